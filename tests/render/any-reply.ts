import fc from 'fast-check';
import type { Passage } from '../../src/domain/brief.ts';
import type { Block, Line, Piece, Reply } from '../../src/domain/reply.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 40 });
const id = fc.nat().map(String);

const passage: fc.Arbitrary<Passage> = fc.record({
  articleId: words,
  of: fc.constantFrom('text', 'title', 'standfirst'),
  spans: fc.array(fc.record({ start: fc.nat(), end: fc.nat() }), { maxLength: 3 }),
  text: words,
});

const shown = fc.oneof(words, passage);

const piece: fc.Arbitrary<Piece> = fc.oneof(
  words,
  fc.record({ kind: fc.constant('passage'), passage }),
  fc.record({ kind: fc.constant('link'), url: fc.webUrl(), of: shown }),
  fc.record({ kind: fc.constant('strong'), of: shown }),
  fc.record({ kind: fc.constant('code'), text: words }),
  fc.record({ kind: fc.constant('time'), at: fc.nat(), style: fc.constantFrom('F', 'f', 'R', 't', 'D') }),
  fc.record({ kind: fc.constantFrom('channel', 'role'), id }),
);

const line: fc.Arbitrary<Line> = fc.record({
  kind: fc.constantFrom('heading', 'text', 'small', 'quotation'),
  pieces: fc.array(piece, { maxLength: 4 }),
});

const button = fc.record(
  { label: words, url: fc.webUrl(), press: words, primary: fc.boolean() },
  { requiredKeys: ['label'] },
);

const file = fc.record({ name: words, bytes: fc.uint8Array({ maxLength: 300 }) });

const block: fc.Arbitrary<Block> = fc.oneof(
  line,
  fc.record({ kind: fc.constant('rule') }),
  fc.record({ kind: fc.constant('section'), lines: fc.array(line, { minLength: 1, maxLength: 4 }), button }),
  fc.record({ kind: fc.constant('buttons'), buttons: fc.array(button, { maxLength: 3 }) }),
  fc.record({
    kind: fc.constant('picture'),
    file,
    alt: words,
    shows: fc.array(passage, { maxLength: 2 }),
  }),
);

/** Any reply, of every kind of block and piece. */
export const anyReply: fc.Arbitrary<Reply> = fc.record(
  { blocks: fc.array(block, { maxLength: 6 }), files: fc.array(file, { maxLength: 2 }) },
  { requiredKeys: ['blocks'] },
);
