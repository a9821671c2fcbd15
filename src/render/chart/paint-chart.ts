import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Resvg } from '@resvg/resvg-js';
import type { Chart } from '../../domain/chart.ts';
import { readFont } from './font.ts';
import { chartSvg } from './svg.ts';

const fontFiles = [
  fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf')),
  fileURLToPath(import.meta.resolve('@expo-google-fonts/inter/700Bold/Inter_700Bold.ttf')),
] as const;

const fonts = { regular: readFont(readFileSync(fontFiles[0])), bold: readFont(readFileSync(fontFiles[1])) };

/**
 * A chart as a PNG, in the two weights of Inter that come with the bot; `undefined` where `chartSvg` gives none.
 * The renderer keeps memory outside JavaScript: only for processes that end soon.
 */
export function paintChart(chart: Chart): Uint8Array | undefined {
  const svg = chartSvg(chart, fonts);
  if (svg === undefined) return undefined;
  const font = { loadSystemFonts: false, fontFiles: [...fontFiles], defaultFontFamily: 'Inter' };
  return new Resvg(svg, { font }).render().asPng();
}
