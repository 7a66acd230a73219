import type { SaleRow } from '../store/sale.row';
import type { SaleLineRow } from '../store/sale-line.row';

/** A sale as it was recorded, with its lines in their order. */
export interface RecordedSale {
  readonly row: SaleRow;
  readonly lines: readonly SaleLineRow[];
}

/** Lines kept at most, so that memory has an end; the oldest sales are let go first. */
const LINES_AT_MOST = 50_000;

const recorded = new Map<string, RecordedSale>();
let kept = 0;

/**
 * Keeps sales that were just recorded until they are settled, which happens a moment later in the same process: settling need not
 * read them back. One whose transaction failed is never asked for, because nothing was published of it.
 */
export function handOver(sales: readonly RecordedSale[]): void {
  for (const sale of sales) {
    recorded.set(sale.row.id, sale);
    kept += sale.lines.length;
  }
  for (const [id, { lines }] of recorded) {
    if (kept <= LINES_AT_MOST) return;
    recorded.delete(id);
    kept -= lines.length;
  }
}

/**
 * Takes those of the sales that were handed over; each is had once, so that work that is done again after a failure reads what is
 * stored. Only the settling of a new sale may ask: until then nobody changes it.
 */
export function takeRecorded(ids: readonly string[]): RecordedSale[] {
  return ids.flatMap((id) => {
    const sale = recorded.get(id);
    if (!sale) return [];
    recorded.delete(id);
    kept -= sale.lines.length;
    return [sale];
  });
}
