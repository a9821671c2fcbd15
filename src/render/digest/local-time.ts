/** "Thursday, 26 November 2026", as a zone's calendar has it at an instant. */
export function localDate(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: timezone }).format(at);
}

/** "08:00", as a zone's clock shows it at an instant. */
export function localTime(at: number, timezone: string): string {
  return new Intl.DateTimeFormat('en-GB', { timeStyle: 'short', timeZone: timezone }).format(at);
}

/** "Thu 26 Nov, 08:00": where Discord shows no times of its own. */
export function localSlot(at: number, timezone: string): string {
  const day = new Intl.DateTimeFormat('en-GB', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: timezone,
  }).format(at);
  return `${day.replace(',', '')}, ${localTime(at, timezone)}`;
}
