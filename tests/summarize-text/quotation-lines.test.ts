import { describe, expect, test } from 'vitest';
import { findQuotations } from '../../src/summarize-text/quotations/quotations.ts';
import { linesOfReport } from './quotation-lines.ts';
import { linesOfForm } from './quotation-lines-of-form.ts';
import { linesOfSpeakers } from './quotation-lines-of-speakers.ts';

describe.each(Object.entries({ ...linesOfReport, ...linesOfForm, ...linesOfSpeakers }))(
  '%s',
  (_phenomenon, lines) => {
    test.each(lines.map((line) => [line.text, line.quoted] as const))('%s', (text, quoted) => {
      const found = findQuotations(text).map((quotation) => [
        quotation.text,
        quotation.speaker?.name ?? null,
      ]);
      expect(found).toEqual(quoted);
    });
  },
);
