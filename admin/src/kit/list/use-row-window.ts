import { type RefObject, useEffect, useState } from 'react';

const rowHeight = 44;
const extraRows = 12;
/** Below this many rows everything is drawn: the browser's own search then finds every row. */
const drawAllBelow = 120;

export interface RowWindow {
  readonly first: number;
  readonly last: number;
  readonly before: number;
  readonly after: number;
}

/** Which rows of a long list are near the view. Rows are of one height, so the rest is two empty spaces. */
export function useRowWindow(
  scroller: HTMLElement | null,
  body: RefObject<HTMLElement | null>,
  count: number,
): RowWindow {
  const [range, setRange] = useState<readonly [number, number]>([0, drawAllBelow]);
  useEffect(() => {
    if (!scroller || count <= drawAllBelow) return;
    const look = () => {
      const top = body.current?.getBoundingClientRect().top ?? 0;
      const above = scroller.getBoundingClientRect().top - top;
      const first = Math.max(0, Math.floor(above / rowHeight) - extraRows);
      const last = Math.min(count, Math.ceil((above + scroller.clientHeight) / rowHeight) + extraRows);
      setRange((old) => (old[0] === first && old[1] === last ? old : [first, last]));
    };
    look();
    scroller.addEventListener('scroll', look, { passive: true });
    return () => scroller.removeEventListener('scroll', look);
  }, [scroller, body, count]);
  if (count <= drawAllBelow) return { first: 0, last: count, before: 0, after: 0 };
  const [first, last] = [Math.min(range[0], count), Math.min(range[1], count)];
  return { first, last, before: first * rowHeight, after: (count - last) * rowHeight };
}
