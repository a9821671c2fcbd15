/** A bar of a chart: `label` and `text` are an article's words, `text` the figure as it is stated there. */
export interface ChartBar {
  readonly label: string;
  readonly text: string;
  /** Above 0. */
  readonly value: number;
  /** The upper end of a range. */
  readonly value2?: number;
  /** "about", "more than", "up to": the bar's end is not exact. */
  readonly isApproximate: boolean;
}

/** Figures of one kind and unit, said of the same thing, as bars that start at zero. */
export interface Chart {
  readonly title: string;
  /** 2 to 6, in the order shown. */
  readonly bars: readonly ChartBar[];
  /** Named below the bars, never cut. */
  readonly source: string;
}

/** Draws a chart as a PNG; `undefined` where it cannot be drawn, and then the reply goes without it. */
export type DrawChart = (chart: Chart) => Promise<Uint8Array | undefined>;
