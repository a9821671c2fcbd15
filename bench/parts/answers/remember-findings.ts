import { findQuotations } from '../../../src/summarize-text/quotations/quotations.ts';
import { segment } from '../../../src/summarize-text/segment/segment.ts';
import type { AskedFindings, AskedText } from '../../../src/summarize-text/types.ts';

/** What is found in texts, found once, as the bot keeps it. */
export function rememberFindings(texts: readonly AskedText[]): (textId: string) => AskedFindings | undefined {
  const byId = new Map(texts.map((text) => [text.id, text]));
  const kept = new Map<string, AskedFindings>();
  return (id) => {
    const text = byId.get(id);
    if (text === undefined) return undefined;
    const known = kept.get(id) ?? findingsOf(text);
    kept.set(id, known);
    return known;
  };
}

function findingsOf({ text, title }: AskedText): AskedFindings {
  const sentences = segment(text);
  let quotations: ReturnType<typeof findQuotations> | undefined;
  return {
    sentences: () => sentences,
    quotations() {
      quotations ??= findQuotations(text, { title });
      return quotations;
    },
  };
}
