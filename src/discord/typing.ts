import type { Message } from 'discord.js';
import type { Log } from '../domain/log.ts';

/** Discord shows it for ten seconds, or until a message comes. */
const shownMs = 9_000;

/**
 * Shows "… is typing" in a message's channel until the returned function is called. It is a courtesy: where Discord
 * refuses it, nothing is lost, and it is not tried again.
 */
export function showTyping({ channel }: Message, log: Log, everyMs = shownMs): () => void {
  if (!channel.isSendable()) return () => undefined;
  let isAsking = false;
  const show = () => {
    if (isAsking) return;
    isAsking = true;
    channel.sendTyping().then(
      () => {
        isAsking = false;
      },
      () => {
        clearInterval(timer);
        log.debug('typing.refused');
      },
    );
  };
  const timer = setInterval(show, everyMs);
  show();
  return () => clearInterval(timer);
}
