import type { Chart, ChartBar } from '../../domain/chart.ts';
import type { Font } from './font.ts';
import { type Style, wrapped, wrappedWithin } from './lines.ts';

export interface ChartFonts {
  readonly regular: Font;
  readonly bold: Font;
}

const width = 800;
const margin = 36;
const room = width - 2 * margin;
const barHeight = 34;
const barGap = 22;
const valueGap = 14;
/** A bar that has to leave more than this to the words of its value says too little. */
const leastBarRoom = 240;
const mostLines = 2;

const ink = '#1e1f22';
const muted = '#4e5058';
const full = '#4752c4';
const light = '#c3c8f5';

interface Text {
  readonly lines: readonly string[];
  readonly style: Style;
  readonly isBold?: boolean;
  readonly colour: string;
}

const lineHeight = ({ size }: Style): number => Math.round(size * 1.32);

/** What the article says only roughly is drawn otherwise, and the picture says so. */
const roughNote = 'Dashed: not exact in the article.';

/**
 * A chart as an SVG whose text lies within the picture: long labels end in "…", the source never does. `undefined`
 * where a character has no glyph or a value's words leave the bars no room.
 */
export function chartSvg(given: Chart, fonts: ChartFonts): string | undefined {
  const { title, bars, source } = tidy(given);
  const value = { font: fonts.bold, size: 24 };
  const widest = Math.max(...bars.map(({ text }) => value.font.width(text, value.size)));
  const barRoom = room - valueGap - Math.ceil(widest * 1.02);
  const words = [title, source, ...bars.flatMap(({ label, text }) => [label, text])].join('');
  if (barRoom < leastBarRoom || !fonts.regular.shows(words) || !fonts.bold.shows(words)) return undefined;
  const page = createPage();
  const titleStyle = { font: fonts.bold, size: 27 };
  page.text({
    lines: wrappedWithin(title, titleStyle, room, mostLines),
    style: titleStyle,
    isBold: true,
    colour: ink,
  });
  const perUnit = barRoom / Math.max(...bars.map(endOf));
  const label = { font: fonts.regular, size: 21 };
  for (const bar of bars) {
    page.skip(barGap);
    page.text({ lines: wrappedWithin(bar.label, label, room, mostLines), style: label, colour: ink });
    page.bar(bar, perUnit, value);
  }
  page.skip(barGap + 4);
  const small = { font: fonts.regular, size: 18 };
  const note = bars.some(({ isApproximate }) => isApproximate) ? [roughNote] : [];
  page.text({ lines: [...note, ...wrapped(source, small, room)], style: small, colour: muted });
  return page.svg();
}

const endOf = ({ value, value2 }: ChartBar): number => value2 ?? value;

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim();

function tidy({ title, bars, source }: Chart): Chart {
  return {
    title: plain(title),
    source: plain(source),
    bars: bars.map((bar) => ({ ...bar, label: plain(bar.label), text: plain(bar.text) })),
  };
}

/** A picture that grows downwards. */
function createPage() {
  const drawn: string[] = [];
  let y = margin - 8;

  function put(
    text: string,
    x: number,
    baseline: number,
    { style, isBold, colour }: Omit<Text, 'lines'>,
  ): void {
    const weight = isBold === true ? ' font-weight="700"' : '';
    drawn.push(
      `<text x="${x}" y="${baseline}" font-size="${style.size}"${weight} fill="${colour}">${escaped(text)}</text>`,
    );
  }

  return {
    skip(height: number): void {
      y += height;
    },
    text({ lines, ...look }: Text): void {
      for (const line of lines) {
        y += lineHeight(look.style);
        put(line, margin, y - Math.round(look.style.size * 0.3), look);
      }
    },
    bar(bar: ChartBar, perUnit: number, style: Style): void {
      y += 6;
      drawn.push(...barShapes(bar, perUnit, y));
      const end = margin + endOf(bar) * perUnit;
      put(bar.text, round(end + valueGap), y + barHeight / 2 + 9, { style, isBold: true, colour: ink });
      y += barHeight;
    },
    svg(): string {
      const height = Math.ceil(y + margin - 8);
      return [
        `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" font-family="Inter">`,
        `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
        ...drawn,
        '</svg>',
      ].join('');
    },
  };
}

/** The bar from zero; of a range, what lies between its ends is lighter, and dashed only where the ends are rough. */
function barShapes(
  { value, value2, isApproximate }: ChartBar,
  perUnit: number,
  y: number,
): readonly string[] {
  const rect = (from: number, to: number, look: string) =>
    `<rect x="${round(margin + from * perUnit)}" y="${y}" width="${round((to - from) * perUnit)}" height="${barHeight}" ${look}/>`;
  const dashed = `fill="${light}" stroke="${full}" stroke-width="2" stroke-dasharray="7 5"`;
  const solid = `fill="${full}"`;
  const axis = `<rect x="${margin - 2}" y="${y - 4}" width="2" height="${barHeight + 8}" fill="${muted}"/>`;
  if (value2 === undefined) return [rect(0, value, isApproximate ? dashed : solid), axis];
  const between = isApproximate ? dashed : `fill="${light}" stroke="${full}" stroke-width="2"`;
  return [rect(0, value, solid), rect(value, value2, between), axis];
}

const round = (pixels: number): number => Math.round(pixels * 100) / 100;

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (mark) => marks[mark] ?? mark);
