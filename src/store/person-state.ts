import { z } from 'zod';
import type { Conversations } from '../domain/conversation.ts';
import type { Store } from './store.ts';

/** What the talk of a person in a channel is about. */
export const conversations = (store: Pick<Store, 'keyValue'>): Conversations =>
  store.keyValue('conversations', z.object({ storyId: z.string() }));
