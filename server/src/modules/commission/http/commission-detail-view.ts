import type { Out } from '@fenrun/contracts';
import { decideByPerson } from '@fenrun/engine';
import { formatInstant, isRefusal } from '@fenrun/kernel';
import type { CustomerRow } from '../../sales';
import type { ProductRow } from '../../storefront';
import type { WholeCommission } from '../queries/gather-commissions';
import type { AdjustmentRow } from '../store/adjustment.row';
import type { CommissionRow } from '../store/commission.row';
import { commissionRowView, instantText } from './commission-row-view';
import { awaitsReceipt } from './commission-words';
import type { Reading } from './reading';
import { toldCommission } from './told-commission';
import { type Explained, traceView } from './trace-view';
import { whyText } from './why-text';

type Detail = Out<'commission.read'>;

export interface DetailParts {
  readonly whole: WholeCommission;
  readonly explained: Explained;
  readonly products: ReadonlyMap<string, ProductRow>;
  readonly adjustments: readonly AdjustmentRow[];
  /** Outside ids of refunds by our own. */
  readonly refundIds: ReadonlyMap<string, string>;
  readonly customer: CustomerRow | undefined;
  readonly attribution: string;
  readonly who: (id: string | null) => string | null;
}

/** A commission with its trace, its life and what may be done with it. */
export function commissionDetailView(parts: DetailParts, reading: Reading): Detail {
  const { whole, explained, products, adjustments, refundIds, customer, who } = parts;
  const { row, sale } = whole;
  const told = toldCommission(whole, reading);
  return {
    ...commissionRowView(whole, reading, products),
    orderTotal: reading.money(paidTotal(sale, reading)),
    customer: customer ? (maskedName(customer.name) ?? customer.outsideId) : null,
    steps: stepsOf(whole, reading),
    adjustments: adjustments.map((adjustment) => ({
      id: adjustment.id,
      at: formatInstant(adjustment.at),
      kind: adjustment.kind,
      amount: reading.money(adjustment.amount),
      reason: adjustment.reason ?? '',
      by: who(adjustment.madeBy),
      refund: refundIds.get(adjustment.causeId) ?? null,
    })),
    trace: traceView(told.whole, explained, told.reading, products, parts.attribution),
    sentence: whyText(told.whole, explained.trace, told.reading, explained.sentences.names, products),
    decidedBy: decidedBy(row, who, reading),
    decidedAt: instantText(row.decidedAt),
    can: canDo(row),
  };
}

/** What the customer paid: goods − discounts + added tax + shipping, in minor units. */
export function paidTotal(
  { amount, shipping, tax, paidAt }: { amount: number; shipping: number; tax: number; paidAt: number },
  reading: Reading,
): number {
  return amount + shipping + (reading.settingsAt(paidAt).base.pricesIncludeTax ? 0 : tax);
}

/** `陈**`: the first character of a name. */
export function maskedName(name: string | null): string | null {
  const [first] = name ?? '';
  return first === undefined ? null : `${first}**`;
}

function decidedBy(row: CommissionRow, who: DetailParts['who'], { lang }: Reading): string | null {
  if (row.decidedBy === null) return null;
  if (row.decidedBy === 'person') return who(row.decidedById) ?? (lang === 'zh' ? '管理员' : 'Staff');
  return row.reason?.startsWith('rule:')
    ? lang === 'zh'
      ? '审核规则'
      : 'Approval rule'
    : lang === 'zh'
      ? '自动'
      : 'Automatic';
}

function canDo(row: CommissionRow): Detail['can'] {
  const may = (verdict: 'approve' | 'reject', reason: string | null) =>
    !isRefusal(decideByPerson(row, verdict, reason));
  return {
    approve: may('approve', 'x'),
    reject: may('reject', 'x'),
    adjust: row.status !== 'rejected' && row.status !== 'reversed',
    reasonToApprove: may('approve', 'x') && !may('approve', null),
  };
}

type Step = Detail['steps'][number];

/** The life line: earned, matured, approved, paid. What has ended otherwise stops where it ended. */
export function stepsOf(whole: WholeCommission, reading: Reading): Step[] {
  const { row, sale } = whole;
  const zh = reading.lang === 'zh';
  const { hold } = reading.settingsAt(sale.paidAt);
  const isOver = row.status === 'rejected' || row.status === 'reversed';
  const after = zh ? (hold.from === 'paid' ? '付款' : '收货') : hold.from === 'paid' ? 'payment' : 'receipt';
  const matureText = zh ? `${after}满 ${hold.days} 天` : `${hold.days} days after ${after}`;
  const reached = { earned: row.paidAt, matured: row.maturedAt, approved: row.approvedAt, paid: row.paidOutAt };
  const texts: Readonly<Record<Step['step'], string>> = {
    earned: zh ? '买家付款' : 'Paid by the buyer',
    matured:
      row.maturedAt === null && awaitsReceipt(whole, reading)
        ? `${matureText}${zh ? '，最迟' : ', at the latest'}`
        : matureText,
    approved: approvedText(row, isOver, zh),
    paid:
      row.paidOutAt !== null
        ? zh
          ? '已打款'
          : 'Paid out'
        : zh
          ? '批准后可提现，由他申请'
          : 'Withdrawable once approved',
  };
  const order = ['earned', 'matured', 'approved', 'paid'] as const;
  const firstOpen = order.find((step) => reached[step] === null);
  return order.map((step) => {
    const at = reached[step];
    const state = at !== null ? 'done' : step === firstOpen ? 'now' : 'next';
    const expected = step === 'matured' && at === null && !isOver ? row.dueAt : null;
    return {
      step,
      state: isOver && state === 'now' ? 'now' : state,
      at: isOver && state === 'now' ? instantText(row.decidedAt ?? row.movedAt) : instantText(at),
      expectedAt: instantText(expected),
      text: texts[step],
    };
  });
}

function approvedText(row: CommissionRow, isOver: boolean, zh: boolean): string {
  if (isOver) return row.status === 'rejected' ? (zh ? '已拒绝' : 'Rejected') : zh ? '已退款' : 'Refunded';
  if (row.approvedAt !== null) {
    if (row.decidedBy === 'person') return zh ? '人工批准' : 'By a person';
    return zh ? '自动批准' : 'Automatically';
  }
  return row.status === 'in_review' ? (zh ? '等你决定' : 'Waits for you') : zh ? '成熟后审核' : 'After maturing';
}
