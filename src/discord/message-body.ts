import type { RawFile } from 'discord.js';
import type { Block, Reply } from '../domain/reply.ts';
import { small } from '../render/pieces.ts';
import { payloadOf } from './payload.ts';

/** A message as Discord's API takes it, with its files beside it. */
export interface MessageBody {
  readonly body: Readonly<Record<string, unknown>>;
  readonly files: RawFile[];
}

const notAttached: Block = small('A chart is left out: I need Attach Files.');

/** The same without its pictures and files, where the bot may not attach any; it says so. */
export function withoutFiles({ blocks }: Reply): Reply {
  return { blocks: blocks.map((block) => (block.kind === 'picture' ? notAttached : block)) };
}

export function hasFiles({ blocks, files = [] }: Reply): boolean {
  return files.length > 0 || blocks.some(({ kind }) => kind === 'picture');
}

/** Nobody is notified but the one role, where the reply names it. */
export function messageBody(reply: Reply, mentionRoleId?: string): MessageBody {
  const { flags, components, files } = payloadOf(reply);
  return {
    body: {
      flags,
      components,
      allowed_mentions: { parse: [], ...(mentionRoleId === undefined ? {} : { roles: [mentionRoleId] }) },
      ...(files.length === 0
        ? {}
        : { attachments: files.map(({ name: filename }, id) => ({ id, filename })) }),
    },
    files: files.map(({ name, attachment }) => ({ name, data: attachment })),
  };
}
