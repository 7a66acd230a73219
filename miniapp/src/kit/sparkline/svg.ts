import { colour } from '@/lib/tokens';

const WIDTH = 200;
const HEIGHT = 76;
const EDGE = 8;

/** The drawing itself, as text: an SVG costs nothing where a chart library would cost half a megabyte. */
export function sparklineSvg(values: readonly number[]): string {
  const top = Math.max(...values, 0);
  const step = (WIDTH - 2 * EDGE) / Math.max(values.length - 1, 1);
  const points = values.map(
    (value, index) =>
      [EDGE + index * step, top === 0 ? HEIGHT - EDGE : HEIGHT - EDGE - (value / top) * (HEIGHT - 2 * EDGE)] as const,
  );
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ');
  const [endX, endY] = points[points.length - 1] ?? [EDGE, HEIGHT - EDGE];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}"><path d="M${EDGE} ${HEIGHT - 3}H${WIDTH - EDGE}" stroke="${colour('open')}" stroke-width="1.6"/><polyline points="${line}" fill="none" stroke="${colour('accent')}" stroke-width="3.6" stroke-linejoin="round" stroke-linecap="round"/><circle cx="${endX.toFixed(1)}" cy="${endY.toFixed(1)}" r="6" fill="${colour('accent')}"/></svg>`;
}
