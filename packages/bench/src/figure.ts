/** One measured figure, as `pnpm bench NAME` prints it. */
export interface Figure {
  readonly bench: string;
  readonly figure: string;
  readonly value: number;
  readonly baseline: string | null;
  readonly baselineValue: number | null;
  readonly ratio: number | null;
}

/** A figure against a baseline of the same run. */
export function against(bench: string, figure: string, value: number, baseline: string, baselineValue: number): Figure {
  return { bench, figure, value, baseline, baselineValue, ratio: Math.round((value / baselineValue) * 1000) / 1000 };
}

/** A figure that stands alone. */
export function plain(bench: string, figure: string, value: number): Figure {
  return { bench, figure, value, baseline: null, baselineValue: null, ratio: null };
}
