import type { Out } from '@fenrun/contracts';
import { rateOfSource, rateText } from '@fenrun/engine';
import { formatInstant, type Instant } from '@fenrun/kernel';
import { firstPicture, type ProductRow } from '../../storefront';
import { lineNets } from '../domain/line-nets';
import type { WholeCommission } from '../queries/gather-commissions';
import { nextText, reasonText, reviewReasons } from './commission-words';
import { type Reading, sourceOf } from './reading';

type RowView = Out<'commission.list'>['data'][number];
type LineView = RowView['lines'][number];

export function instantText(at: Instant): string;
export function instantText(at: Instant | null): string | null;
export function instantText(at: Instant | null): string | null {
  return at === null ? null : formatInstant(at);
}

/** A commission in the lists of the staff. */
export function commissionRowView(
  whole: WholeCommission,
  reading: Reading,
  products: ReadonlyMap<string, ProductRow>,
): RowView {
  const { row, sale, payee } = whole;
  const { money, names } = reading;
  const lines = lineViews(whole, reading, products);
  const isPending = row.status === 'pending';
  return {
    id: row.id,
    order: sale.outsideId,
    promoter: payee.code,
    promoterName: payee.name,
    programme: row.programme,
    programmeName: row.programme === null ? null : names.programme(row.programme),
    group: row.groupCode,
    groupName: names.group(row.groupCode),
    kind: row.kind,
    campaign: row.campaign,
    currency: reading.currency,
    base: money(row.base),
    amount: money(row.amount),
    net: money(row.net),
    status: row.status,
    next: nextText(whole, reading),
    paidAt: formatInstant(row.paidAt),
    maturesAt: isPending ? formatInstant(row.dueAt) : null,
    maturedAt: instantText(row.maturedAt),
    waitingSince: row.status === 'in_review' ? instantText(row.maturedAt) : null,
    review: reviewReasons(row, reading),
    reason: reasonText(row, reading),
    title: titleOf(whole, products),
    pieces: piecesOf(whole),
    image: imageOf(whole.lines[0]?.sku, products),
    rate: [...new Set(lines.flatMap(({ rate }) => rate ?? []))].join(reading.lang === 'zh' ? '，' : ', '),
    lines,
  };
}

/** One line of a commission per line of its order. */
export function lineViews(
  whole: WholeCommission,
  reading: Reading,
  products: ReadonlyMap<string, ProductRow>,
): LineView[] {
  const { row, sale, lines, parts, settlement } = whole;
  const nets = lineNets(
    parts.map((part) => part.recalculated ?? part.amount),
    settlement.lineBases,
    settlement.lineLeft,
  );
  return parts.map((part, index) => {
    const line = lines[part.lineNo];
    const sku = line?.sku ?? '';
    const source = sourceOf(reading, settlement, sale.paidAt, sku, part);
    const rate = source && rateOfSource(source);
    return {
      index: part.lineNo,
      sku,
      name: line?.name ?? products.get(sku)?.name ?? null,
      quantity: line?.quantity ?? 0,
      base: reading.money(part.base),
      rule: part.rule,
      layer: part.layer,
      rate: rate ? rateText(rate, reading.currency, reading.lang) : null,
      amount: reading.money(part.amount),
      net: reading.money(row.status === 'reversed' ? 0 : (nets[index] ?? 0)),
    };
  });
}

/** The first product of an order; its SKU where nobody gave it a name. */
export function titleOf({ lines }: Pick<WholeCommission, 'lines'>, products: ReadonlyMap<string, ProductRow>): string {
  const [first] = lines;
  return first ? (first.name ?? products.get(first.sku)?.name ?? first.sku) : '';
}

export function piecesOf({ lines }: Pick<WholeCommission, 'lines'>): number {
  return lines.reduce((all, line) => all + line.quantity, 0);
}

export function imageOf(sku: string | undefined, products: ReadonlyMap<string, ProductRow>): string | null {
  return firstPicture(products.get(sku ?? '')?.pictures ?? []);
}
