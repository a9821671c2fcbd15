import { commandType } from '../command-type.ts';
import type { MenuItem } from './controls/menu.ts';
import type { Action, CommandView, MessageView } from './protocol.ts';
import type { ClientState } from './state/client-state.ts';
import { channelOf, shownName } from './state/names.ts';

export interface MessageMenuHost {
  act(action: Action): void;
  replyTo(message: MessageView): void;
  dismiss(message: MessageView): void;
}

function offered({ snapshot }: ClientState, { channel_id: channelId }: MessageView, type: number) {
  const ids = channelOf(snapshot, channelId)?.commandIds ?? [];
  return snapshot.commands.filter((command) => command.type === type && ids.includes(command.id));
}

/** What can be done with a message: by the person, and by the bot's commands on messages and people. */
export function messageMenu(
  state: ClientState,
  message: MessageView,
  host: MessageMenuHost,
): readonly MenuItem[] {
  const reply = { label: 'Reply', onPick: () => host.replyTo(message) };
  const dismiss = { label: 'Dismiss message', onPick: () => host.dismiss(message) };
  const onMessage = ({ name }: CommandView): MenuItem => ({
    label: name,
    group: 'Apps',
    onPick: () => host.act({ do: 'use-on-message', command: name, messageId: message.id }),
  });
  const onAuthor = ({ name }: CommandView): MenuItem => ({
    label: name,
    group: `Apps on ${shownName(message.author)}`,
    onPick: () => host.act({ do: 'use-on-user', command: name, userId: message.author.id }),
  });
  return [
    message.isEphemeral ? dismiss : reply,
    ...offered(state, message, commandType.message).map(onMessage),
    ...offered(state, message, commandType.user).map(onAuthor),
  ];
}
