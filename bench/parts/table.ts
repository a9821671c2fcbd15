/** A number is shown with three telling digits; `undefined` as a dash. */
export type Cell = string | number | undefined;

export interface Table {
  readonly title: string;
  /** Names with their units. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What a reader must know to read it. */
  readonly notes: readonly string[];
}

/** 0.0123, 1.23, 12.3, 123, 12,346: as exact as a measurement is. */
export function numberText(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const digits = size === 0 ? 0 : Math.min(6, Math.max(0, 2 - Math.floor(Math.log10(size))));
  return value.toLocaleString('en-GB', { maximumFractionDigits: digits });
}

function cellText(cell: Cell): string {
  if (typeof cell === 'number') return numberText(cell);
  return (cell ?? '–').replaceAll('|', '\\|');
}

/** A table in Markdown, its columns aligned: first column to the left, the others to the right. */
export function layOut({ title, columns, rows, notes }: Table): string {
  const lines = [columns, ...rows].map((cells) => columns.map((_, index) => cellText(cells[index])));
  const widths = columns.map((_, index) => Math.max(3, ...lines.map((line) => line[index]?.length ?? 0)));
  const padded = lines.map((line) =>
    line.map((text, index) =>
      index === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[index] ?? 0),
    ),
  );
  const rule = widths.map((width, index) => (index === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  const [head = [], ...body] = padded.map((line) => `| ${line.join(' | ')} |`);
  return [
    `### ${title}`,
    '',
    head,
    `| ${rule.join(' | ')} |`,
    ...body,
    ...(notes.length === 0 ? [] : ['', ...notes.map((note) => `- ${note}`)]),
  ].join('\n');
}
