import type { Span } from 'summarize-text';

/** A quotation of the gold; `names` are what the speaker may be called, none where nobody is named. */
export interface GoldQuotation extends Span {
  readonly kind: 'direct' | 'fragment';
  readonly names: readonly string[];
  /** Where the speaker is mentioned beside it. */
  readonly mention?: Span | undefined;
  /** Whether `names` tell who it is, and not only "he". */
  readonly isNamed: boolean;
}

export interface GoldText {
  readonly text: string;
  readonly title?: string | undefined;
  readonly quotations: readonly GoldQuotation[];
  /** Places that are not scored. */
  readonly ignored: readonly Span[];
}

/** A quotation as an engine finds it, one for each of its spans. */
export interface FoundQuotation extends Span {
  readonly speaker?: string | undefined;
  readonly mention?: Span | undefined;
}

/** F1 and shares in per cent. */
export interface QuotationScore {
  /** Span found, and its speaker named or rightly pointed at. */
  readonly joint: number;
  /** Span found, and the string names the speaker. */
  readonly named: number;
  /** Of the speakers given, those that are somebody else. */
  readonly wrong: number;
  readonly found: number;
  readonly gold: number;
}

/** Two spans are the same quotation from this share of common characters on. */
const sameFrom = 0.8;

/** Scores what was found in each text; `kind` keeps to gold of one kind. */
export function scoreQuotations(
  texts: readonly (readonly [GoldText, readonly FoundQuotation[]])[],
  kind?: GoldQuotation['kind'],
): QuotationScore {
  const counts = texts.map(([gold, found]) => countIn(gold, found, kind));
  const sum = (key: keyof Counts) => counts.reduce((total, one) => total + one[key], 0);
  const [gold, found] = [sum('gold'), sum('found')];
  return {
    joint: 100 * f1(sum('joint'), found, gold),
    named: 100 * f1(sum('named'), sum('scoredNamed') + found - sum('matched'), sum('goldNamed')),
    wrong: (100 * sum('wrong')) / Math.max(1, sum('given')),
    found,
    gold,
  };
}

const f1 = (right: number, found: number, gold: number): number => (2 * right) / Math.max(1, found + gold);

type Counts = ReturnType<typeof countIn>;

function countIn(gold: GoldText, found: readonly FoundQuotation[], kind: GoldQuotation['kind'] | undefined) {
  const trimmed = found.flatMap((one) => trimmedParts(gold.text, one));
  const pairs = pairUp(gold.quotations, trimmed);
  const wanted = gold.quotations.filter((one) => kind === undefined || one.kind === kind);
  const matched = wanted.flatMap((one) => {
    const hit = pairs.get(one);
    return hit === undefined ? [] : [{ one, hit, verdict: judge(one, hit) }];
  });
  const taken = new Set(pairs.values());
  const extra = trimmed.filter(
    (one) => !taken.has(one) && !isIgnored(one, gold) && isOfKind(one, gold, kind),
  );
  const named = matched.filter(({ one }) => one.isNamed);
  return {
    gold: wanted.length,
    found: matched.length + extra.length,
    matched: matched.length,
    joint: matched.filter(({ verdict }) => verdict.isRight).length,
    given: matched.filter(({ hit }) => hit.speaker !== undefined).length,
    wrong: matched.filter(({ hit, verdict }) => hit.speaker !== undefined && !verdict.isRight).length,
    named: named.filter(({ verdict }) => verdict.isNamed).length,
    scoredNamed: named.length,
    goldNamed: wanted.filter((one) => one.isNamed).length,
  };
}

/** What is found beside the gold is held against the kind that it overlaps, or against both. */
function isOfKind(one: Span, gold: GoldText, kind: GoldQuotation['kind'] | undefined): boolean {
  const near = gold.quotations.find((quotation) => common(quotation, one) > 0);
  return kind === undefined || near === undefined || near.kind === kind;
}

function isIgnored(one: Span, { ignored }: GoldText): boolean {
  return ignored.some(
    (place) => common(place, one) >= 0.5 * Math.min(place.end - place.start, one.end - one.start),
  );
}

function judge(gold: GoldQuotation, { speaker, mention }: FoundQuotation) {
  if (gold.names.length === 0 && gold.mention === undefined) return { isRight: true, isNamed: false };
  const isNamed = speaker !== undefined && gold.names.some((name) => isSameSpeaker(speaker, name));
  const isPointed = gold.mention !== undefined && mention !== undefined && common(gold.mention, mention) > 0;
  return { isRight: speaker !== undefined && (isNamed || isPointed), isNamed };
}

/** Each gold quotation with the found one that it shares most with, each used once. */
function pairUp(
  gold: readonly GoldQuotation[],
  found: readonly FoundQuotation[],
): ReadonlyMap<GoldQuotation, FoundQuotation> {
  const all = gold.flatMap((one) =>
    found.map((other) => ({ one, other, share: common(one, other) / joined(one, other) })),
  );
  const pairs = new Map<GoldQuotation, FoundQuotation>();
  const taken = new Set<FoundQuotation>();
  for (const { one, other, share } of all.toSorted((a, b) => b.share - a.share)) {
    if (share < sameFrom || pairs.has(one) || taken.has(other)) continue;
    pairs.set(one, other);
    taken.add(other);
  }
  return pairs;
}

const common = (one: Span, other: Span): number =>
  Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
const joined = (one: Span, other: Span): number =>
  Math.max(one.end, other.end) - Math.min(one.start, other.start);

/** A span without marks and commas at its ends, cut where paragraphs end in it. */
function trimmedParts(text: string, found: FoundQuotation): readonly FoundQuotation[] {
  const parts = [...text.slice(found.start, found.end).matchAll(/[^\n]+/g)];
  return parts.flatMap((part) => {
    const [words] = part;
    const lead = /^[\s"“”‘’'`´«»„,;:]*/.exec(words)?.[0].length ?? 0;
    const tail = /[\s"“”‘’'`´«»„,.;:]*$/.exec(words)?.[0].length ?? 0;
    const start = found.start + part.index + lead;
    const end = found.start + part.index + words.length - tail;
    return end - start > 1 ? [{ ...found, start, end }] : [];
  });
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));
const small = words('the a an of for and in on at to with from by his her their its who is was said says');
const titles = words(
  'mr mrs ms miss sir dame lord lady dr prof professor president vice sen senator rep representative gov governor ' +
    'congressman congresswoman secretary general judge chairman chairwoman mayor former foreign prime minister jr sr us',
);

function wordsOf(name: string): readonly string[] {
  const found = name
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[’']s\b/g, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}'’-]+/gu);
  return (found ?? []).filter((word) => !small.has(word));
}

/** One surname with first names that agree; else a role or a body that has the other's words, or half of all. */
export function isSameSpeaker(one: string, other: string): boolean {
  const areNames = /\p{Lu}/u.test(one) && /\p{Lu}/u.test(other);
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const [own, their] = [mine, theirs].map((name) => name.filter((word) => !titles.has(word)));
  if (areNames && own?.at(-1) !== undefined && own.at(-1) === their?.at(-1)) return agree(own, their ?? []);
  const shared = mine.filter((word) => theirs.includes(word)).length;
  const [fewer, more] = [mine.length, theirs.length].toSorted((a, b) => a - b);
  const isWithin = shared === fewer && shared >= Math.min(2, more ?? 0);
  return shared > 0 && (isWithin || shared >= 0.5 * new Set([...mine, ...theirs]).size);
}

/** "J. Poe", "Jon Poe" and "Poe" agree with "Jonathan Poe". */
function agree(one: readonly string[], other: readonly string[]): boolean {
  const [first = '', otherFirst = ''] = [one[0], other[0]];
  if (one.length === 1 || other.length === 1) return true;
  if (one.includes(otherFirst) || other.includes(first)) return true;
  const isShort = first.length <= 2 || otherFirst.length <= 2;
  return first.charAt(0) === otherFirst.charAt(0) && (isShort || first.startsWith(otherFirst.slice(0, 3)));
}
