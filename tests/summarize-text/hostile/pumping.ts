import { type Pattern, readPattern } from './pattern-tree.ts';

/** Characters among which each part of a pattern finds some that it matches. */
const candidates = [
  ...'aAbzZ s.Sx019,;:!?-–—"\'“”‘’()[]{}<>/\\@#&%$£€*+=_|~^`\t\n\u00a0éßÉαЖ漢かไאب。…\u0101\ufffd\u200b🙂',
];

/** The characters a part matches, a few of them. */
function samplesOf(source: string, flags: string): readonly string[] {
  const one = new RegExp(`^(?:${source})$`, flags.replace(/[gy]/g, ''));
  const literal = source.length === 1 ? [source] : [];
  return [...literal, ...candidates].filter((character) => one.test(character)).slice(0, 2);
}

/** A text that a pattern matches, each part by its first sample; repeats as few times as they must. */
function exampleOf(pattern: Pattern, flags: string): string {
  switch (pattern.kind) {
    case 'character':
      return samplesOf(pattern.source, flags)[0] ?? '';
    case 'sequence':
      return pattern.parts.map((part) => exampleOf(part, flags)).join('');
    case 'choice':
      return pattern.ways.map((way) => exampleOf(way, flags)).find((text) => text !== '') ?? '';
    case 'repeat':
      return exampleOf(pattern.of, flags).repeat(Math.max(pattern.least, 1));
    default:
      return '';
  }
}

interface Pump {
  readonly before: string;
  readonly unit: string;
}

/** For each repeated part: what leads to it, and what makes it go round once. */
function pumpsOf(pattern: Pattern, flags: string, before = ''): readonly Pump[] {
  switch (pattern.kind) {
    case 'sequence': {
      let led = before;
      return pattern.parts.flatMap((part) => {
        const pumps = pumpsOf(part, flags, led);
        led += exampleOf(part, flags);
        return pumps;
      });
    }
    case 'choice':
      return pattern.ways.flatMap((way) => pumpsOf(way, flags, before));
    case 'repeat': {
      const units =
        pattern.of.kind === 'character'
          ? samplesOf(pattern.of.source, flags)
          : [exampleOf(pattern.of, flags), ...waysOf(pattern.of, flags)];
      const own =
        pattern.most > 8 ? units.filter((unit) => unit !== '').map((unit) => ({ before, unit })) : [];
      return [...own, ...pumpsOf(pattern.of, flags, before)];
    }
    case 'look':
      return pumpsOf(pattern.of, flags, before);
    default:
      return [];
  }
}

function waysOf(pattern: Pattern, flags: string): readonly string[] {
  return pattern.kind === 'choice' ? pattern.ways.map((way) => exampleOf(way, flags)) : [];
}

/** What no pattern of ours goes on with. */
const misfits = ['\0', ' ', 'a'];

/**
 * Texts of about a length that make a pattern go back as often as it can: its repeated parts gone round and round
 * and then disappointed, once behind what leads to them and once for each of many beginnings; and plain runs.
 */
export function hostileTexts({ source, flags }: RegExp, length: number): readonly string[] {
  const pattern = readPattern(source);
  const whole = exampleOf(pattern, flags);
  const fill = (unit: string) => unit.repeat(Math.ceil(length / unit.length)).slice(0, length);
  const pumps = pumpsOf(pattern, flags);
  const texts = [
    ...pumps.flatMap(({ before, unit }) => misfits.map((misfit) => before + fill(unit) + misfit)),
    ...pumps.map(({ before, unit }) => fill(before + unit)),
    ...pumps.map(({ before, unit }) => fill(before || unit) + fill(unit)),
    ...['a', ' ', 'a ', 'A.', '"', '’', '(', '1', '\n', whole, whole.slice(0, -1)].filter(Boolean).map(fill),
  ];
  return [...new Set(texts)];
}
