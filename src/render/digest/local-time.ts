/** Formats are slow to make, and digests are many. There are no more of them than zones. */
function inZone(options: Intl.DateTimeFormatOptions): (at: number, timezone: string) => string {
  const formats = new Map<string, Intl.DateTimeFormat>();
  return (at, timezone) => {
    const format =
      formats.get(timezone) ?? new Intl.DateTimeFormat('en-GB', { ...options, timeZone: timezone });
    formats.set(timezone, format);
    return format.format(at);
  };
}

/** "Thursday, 26 November 2026", as a zone's calendar has it at an instant. */
export const localDate = inZone({ dateStyle: 'full' });

/** "08:00", as a zone's clock shows it at an instant. */
export const localTime = inZone({ timeStyle: 'short' });

const shortDay = inZone({ weekday: 'short', day: 'numeric', month: 'short' });

/** "Thu 26 Nov, 08:00": where Discord shows no times of its own. */
export const localSlot = (at: number, timezone: string): string =>
  `${shortDay(at, timezone).replace(',', '')}, ${localTime(at, timezone)}`;
