import { detectAll } from 'jschardet';
import { charsetNamed } from './charset-names.ts';
import { decodeCleanly } from './decode-cleanly.ts';

/** Below, one guess is as good as another. */
const leastConfidence = 0.03;
/** Detection takes a second for some megabytes, and no more certainty from them. */
const sampleBytes = 65_536;
/** Western Europe's: nearly one, and what a text is in that has no other's letters. */
const western = new Set(['windows-1252', 'iso-8859-15']);
/** Nobody writes in them any more, and Western texts are taken for them. */
const unlikely = new Set(['iso-8859-3', 'iso-8859-10', 'iso-8859-14', 'iso-8859-16']);
/** How much surer than of Western Europe's one must be of another. */
const surer = 1.3;

/** The text in the charset that its bytes suggest; `undefined` where they suggest none but windows-1252. */
export function detectedText(bytes: Uint8Array): string | undefined {
  const sample = tellingPart(bytes);
  const guesses = detectAll(sample, { minimumThreshold: leastConfidence }).flatMap(
    ({ encoding, confidence }) => {
      const charset = charsetNamed(encoding ?? '');
      return charset === undefined || /^utf/.test(charset) || unlikely.has(charset)
        ? []
        : [{ charset, confidence }];
    },
  );
  const westernConfidence = guesses.find(({ charset }) => western.has(charset))?.confidence ?? 0;
  for (const { charset, confidence } of guesses) {
    const isSure = !western.has(charset) && confidence >= westernConfidence * surer;
    if (isSure && isPlausible(new TextDecoder(charset).decode(sample)))
      return decodeCleanly(bytes, charset) ?? new TextDecoder(charset).decode(bytes);
  }
  return isWithEuro(bytes) ? decodeCleanly(bytes, 'iso-8859-15') : undefined;
}

/** From the first byte that is not ASCII, since markup may stand before it at any length. */
function tellingPart(bytes: Uint8Array): Uint8Array {
  const start = Math.max(bytes.findIndex((byte) => byte > 0x7f) - 1024, 0);
  return bytes.subarray(start, start + sampleBytes);
}

/** A word is of one script: "cittа" with a Cyrillic "а" is Italian that was read as Russian. */
function isPlausible(text: string): boolean {
  const others = '\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Hebrew}\\p{sc=Arabic}\\p{sc=Thai}';
  const words = text.match(new RegExp(`[${others}]+`, 'gu'))?.length ?? 0;
  const mixed = text.match(new RegExp(`[a-z][${others}]|[${others}][a-z]`, 'giu'))?.length ?? 0;
  const damaged = text.split('\ufffd').length - 1;
  return mixed <= words * 0.2 && damaged <= 1 + text.length / 500;
}

/** The sign for any currency, which nobody writes, is where ISO 8859-15 has the euro. */
function isWithEuro(bytes: Uint8Array): boolean {
  return bytes.includes(0xa4) && !bytes.some((byte) => byte >= 0x80 && byte < 0xa0);
}
