import { make } from '../dom.ts';
import type { DrawContext } from '../draw-context.ts';
import type { Asked } from '../state/client-state.ts';

/** A command on its way, or one that the bot never answered. */
export function drawAsked(
  { label, state }: Asked,
  { personId, userName }: DrawContext,
  onDismiss: () => void,
) {
  const who = make('p', { class: 'asked-who' }, `${userName(personId) ?? 'You'} used `, make('b', {}, label));
  const isWaiting = state === 'waiting';
  const text = make(
    'p',
    { class: 'asked-text' },
    isWaiting ? 'Sending command…' : 'The application did not respond',
  );
  const dismiss = make('button', { class: 'plain-button', type: 'button' }, 'Dismiss');
  dismiss.addEventListener('click', onDismiss);
  return make('li', { class: 'asked-item', 'data-state': state }, who, text, isWaiting ? undefined : dismiss);
}
