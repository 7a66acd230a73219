import { type Out, refundStateWords } from '@fenrun/contracts';
import { addRefund, NO_REFUNDS, type RefundTotals } from '@fenrun/engine';
import { formatInstant } from '@fenrun/kernel';
import { type Reading, type RefundedValue, refundedValue, type SettledSale } from '../../modules/commission';
import type { RefundRow } from '../../modules/sales';
import type { PayRefundRow } from '../../modules/storefront';
import { toRefund } from '../timeline/take-refund';

type RefundView = Out<'sales.refund'>;

/** The refunds of an order in the order in which they took effect, with what each gave back; those of the pay API with their own state. */
export function refundViews(
  { sale, lines }: SettledSale,
  told: readonly RefundRow[],
  paid: readonly PayRefundRow[],
  reading: Reading,
): RefundView[] {
  const asked = { ...sale, lines };
  const addsTax = !reading.settingsAt(sale.paidAt).base.pricesIncludeTax;
  const throughPay = new Set(paid.map(({ saleRefundId }) => saleRefundId));
  let totals = NO_REFUNDS;
  let before = refundedValue(asked, totals, addsTax);
  const views = [...told].sort(byTaking).map((refund) => {
    totals = addRefund(totals, toRefund(refund.ask));
    const after = refundedValue(asked, totals, addsTax);
    const view = toldView(refund, lines, before, after, totals, reading);
    before = after;
    return view;
  });
  return [...views.filter(({ id }) => !throughPay.has(id)), ...paid.map((refund) => paidView(refund, reading))].sort(
    (a, b) => (a.at < b.at ? -1 : 1),
  );
}

function byTaking(a: RefundRow, b: RefundRow): number {
  return (a.appliedAt ?? Number.MAX_SAFE_INTEGER) - (b.appliedAt ?? Number.MAX_SAFE_INTEGER) || (a.id < b.id ? -1 : 1);
}

function toldView(
  refund: RefundRow,
  lines: SettledSale['lines'],
  before: RefundedValue,
  after: RefundedValue,
  { everything }: RefundTotals,
  reading: Reading,
): RefundView {
  const taken = lines.flatMap(({ sku }, index) => {
    const [was, is] = [before.lines[index], after.lines[index]];
    const pieces = (is?.pieces ?? 0) - (was?.pieces ?? 0);
    const amount = (is?.amount ?? 0) - (was?.amount ?? 0);
    if (pieces === 0 && amount === 0) return [];
    const isCounted = refund.ask.kind !== 'amounts' || everything;
    return [{ sku, quantity: isCounted ? pieces : null, amount: reading.money(amount) }];
  });
  return {
    id: refund.outsideId,
    at: formatInstant(refund.refundedAt),
    amount: reading.money(after.total - before.total),
    state: refund.appliedAt === null ? 'processing' : 'succeeded',
    reason: refund.reason,
    lines: taken,
    problem: null,
  };
}

type ViewState = keyof typeof refundStateWords & RefundView['state'];

const PAY_STATES: Readonly<Record<PayRefundRow['state'], ViewState>> = {
  sending: 'processing',
  processing: 'processing',
  abnormal: 'failed',
  succeeded: 'succeeded',
  failed: 'failed',
};

function paidView(refund: PayRefundRow, reading: Reading): RefundView {
  return {
    id: refund.saleRefundId,
    at: formatInstant(refund.succeededAt ?? refund.requestedAt),
    amount: reading.money(refund.amount),
    state: PAY_STATES[refund.state],
    reason: refund.reason,
    lines: refund.refundedLines.map(({ sku, pieces, amount }) => ({
      sku,
      quantity: refund.kind === 'amounts' ? null : pieces,
      amount: reading.money(amount),
    })),
    problem: refund.problem,
  };
}
