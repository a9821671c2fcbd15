import type { MessageView, UserView } from '../../../emulator/page/protocol.ts';

export const robin: UserView = { id: '10', username: 'robin', global_name: 'Robin', bot: false };
export const bot: UserView = { id: '20', username: 'Standfirst', global_name: null, bot: true };

/** A message of the page's protocol with what a test says of it. */
export function message(id: number, parts: Partial<MessageView> = {}): MessageView {
  return {
    id: String(id),
    type: 0,
    channel_id: '1',
    author: robin,
    content: `number ${id}`,
    embeds: [],
    components: [],
    attachments: [],
    flags: 0,
    timestamp: new Date(id * 1000).toISOString(),
    edited_timestamp: null,
    isEphemeral: false,
    isThinking: false,
    mayDismiss: false,
    isPing: false,
    ...parts,
  };
}

/** Messages with ids from one number to another. */
export function messages(from: number, to: number): readonly MessageView[] {
  return Array.from({ length: to - from + 1 }, (_, index) => message(from + index));
}
