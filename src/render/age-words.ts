import { counted } from './pages.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** "5 min", "2 h", "3 d": how old something is, where Discord shows no times of its own. */
export function ageWords(ageMs: number): string {
  if (ageMs < minuteMs) return 'now';
  if (ageMs < hourMs) return `${Math.floor(ageMs / minuteMs)} min`;
  if (ageMs < 2 * dayMs) return `${Math.floor(ageMs / hourMs)} h`;
  return `${Math.floor(ageMs / dayMs)} d`;
}

/** "35 minutes", "2 hours 5 minutes": how long something took, in whole minutes. */
export function spanWords(spanMs: number): string {
  const minutes = Math.floor(spanMs / minuteMs);
  if (minutes < 120) return counted(minutes, 'minute');
  const rest = minutes % 60;
  return `${counted(Math.floor(minutes / 60), 'hour')}${rest === 0 ? '' : ` ${counted(rest, 'minute')}`}`;
}
