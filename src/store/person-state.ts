import { z } from 'zod';
import type { Conversations } from '../domain/conversation.ts';
import type { KeyValue } from '../domain/key-value.ts';
import type { Store } from './store.ts';

/** What the talk of a person in a channel is about. */
export const conversations = (store: Pick<Store, 'keyValue'>): Conversations =>
  store.keyValue('conversations', z.object({ storyId: z.string() }));

/** Who has been told what to ask in direct messages: by person, so that it is forgotten with them. */
export const acquainted = (store: Pick<Store, 'keyValue'>): KeyValue<true> =>
  store.keyValue('acquainted', z.literal(true));
