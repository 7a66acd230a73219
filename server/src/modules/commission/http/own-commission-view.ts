import { type Out, promoterOpenStepWords, promoterStepWords } from '@fenrun/contracts';
import type { CommissionStatus } from '@fenrun/engine';
import { dayText, moneyText, type RateSource, type RuleNames, ruleSentence } from '@fenrun/engine';
import { formatInstant, type Money, minor } from '@fenrun/kernel';
import type { ProductRow } from '../../storefront';
import type { Evidence } from '../queries/attribution-evidence';
import type { WholeCommission } from '../queries/gather-commissions';
import type { AdjustmentRow } from '../store/adjustment.row';
import { fromText } from './attribution-text';
import { stepsOf } from './commission-detail-view';
import { imageOf, lineViews, piecesOf, titleOf } from './commission-row-view';
import { awaitsReceipt, lossText } from './commission-words';
import { shortComputationText } from './computation-text';
import { type Reading, sourceOf } from './reading';
import { toldCommission } from './told-commission';
import { cutOn, type Explained } from './trace-view';
import { whyText } from './why-text';

type Own = Out<'commission.memberList'>['data'][number];
type OwnDetail = Out<'commission.memberRead'>;

/** What a promoter's row says besides the commission. */
export interface OwnSurroundings {
  readonly products: ReadonlyMap<string, ProductRow>;
  /** What refunds took after it was paid out, in minor units, not above 0. */
  readonly takenAfterPayment: number;
  /** Whether the promoter's account is below zero. */
  readonly isInDebt: boolean;
}

const STEPS_DONE: Readonly<Record<CommissionStatus, number>> = {
  pending: 1,
  in_review: 2,
  approved: 3,
  paid: 4,
  rejected: 0,
  reversed: 0,
};

/** A commission in its promoter's list: never a word about the customer. */
export function ownCommissionView(whole: WholeCommission, reading: Reading, own: OwnSurroundings): Own {
  const { row, sale } = whole;
  return {
    id: row.id,
    order: sale.outsideId,
    kind: row.kind,
    status: row.status,
    next: ownNextText(whole, reading, own),
    currency: reading.currency,
    amount: reading.money(row.amount),
    net: reading.money(row.net),
    title: titleOf(whole, own.products),
    pieces: piecesOf(whole),
    image: imageOf(whole.lines[0]?.sku, own.products),
    earnedAt: formatInstant(row.createdAt),
    movedAt: formatInstant(row.movedAt),
    stepsDone: STEPS_DONE[row.status],
    deduction: own.takenAfterPayment < 0 ? reading.money(own.takenAfterPayment) : null,
  };
}

function ownNextText(whole: WholeCommission, reading: Reading, own: OwnSurroundings): string {
  const { row } = whole;
  const zh = reading.lang === 'zh';
  if (own.takenAfterPayment < 0) {
    if (own.isInDebt) return zh ? '已到账后退货，待抵扣' : 'Refunded after payment, to be made up';
    return zh ? '已到账后退货，已抵扣' : 'Refunded after payment, made up';
  }
  switch (row.status) {
    case 'pending': {
      if (awaitsReceipt(whole, reading)) return zh ? '待顾客收货' : 'Waits for receipt';
      const day = dayText(row.dueAt, reading.zone, reading.lang, 'spaced');
      return zh ? `预计 ${day}过售后期` : `Past returns on ${day}`;
    }
    case 'in_review':
      return zh ? '审核中' : 'In review';
    case 'approved':
      return zh ? '已审核，可提现' : 'Can be withdrawn';
    case 'paid':
      return zh ? '已到账' : 'Paid';
    case 'rejected':
      return zh ? '未通过' : 'Rejected';
    case 'reversed':
      return zh ? '顾客已退货' : 'Refunded';
  }
}

export interface OwnDetailParts extends OwnSurroundings {
  readonly whole: WholeCommission;
  readonly explained: Explained;
  readonly evidence: Evidence;
  readonly adjustments: readonly AdjustmentRow[];
}

/** One of a promoter's own commissions, explained in plain words. */
export function ownCommissionDetailView(parts: OwnDetailParts, reading: Reading): OwnDetail {
  const { whole, explained, evidence, adjustments, products } = parts;
  const { row, sale } = whole;
  const names = ownNames(explained.sentences.names, row.payeeId, reading);
  const told = toldCommission(whole, reading);
  return {
    ...ownCommissionView(whole, reading, parts),
    headline: headline(whole, reading, parts),
    steps: ownSteps(whole, reading),
    why: whyText(told.whole, explained.trace, told.reading, names, products),
    lines: lineViews(whole, reading, products).map((line, index) => {
      const part = told.whole.parts[index];
      const source = part ? sourceOf(told.reading, told.whole.settlement, sale.paidAt, line.sku, part) : null;
      const { currency, lang } = reading;
      const cut = cutOn(told.whole, explained.trace, index);
      const factors = {
        base: minor(part?.base ?? 0),
        quantity: line.quantity,
        amount: minor((part?.amount ?? 0) + cut),
      };
      return {
        sku: line.sku,
        name: line.name,
        image: imageOf(line.sku, products),
        computation: source
          ? shortComputationText({ source, ...factors, currency, lang }) + cutText(cut, reading)
          : lang === 'zh'
            ? '不计佣金'
            : 'Earns nothing',
        amount: line.amount,
        net: line.net,
      };
    }),
    others: othersOf(told.whole, explained, names, told.reading),
    adjustments: adjustments.map((adjustment) => ({
      at: formatInstant(adjustment.at),
      amount: reading.money(adjustment.amount),
      text: adjustmentText(adjustment, reading),
    })),
    reason: ownReason(whole, reading),
    from: fromText(whole, evidence, row.kind, reading),
    orderedAt: formatInstant(sale.paidAt),
  };
}

/** What the cap took of a line. */
function cutText(cut: Money, { currency, lang }: Reading): string {
  if (cut === 0) return '';
  return lang === 'zh' ? `，上限截掉 ${moneyText(cut, currency)}` : `, ${moneyText(cut, currency)} above the cap`;
}

/** A promoter reads his own name in a rule as “you”, and no other's. */
function ownNames(names: RuleNames, payeeId: string, { lang }: Reading): RuleNames {
  return { ...names, promoter: (id) => (id === payeeId ? (lang === 'zh' ? '你' : 'you') : '') };
}

/** Rules that were looked at and lost, each once, at most so many. */
const OTHERS = 30;

function othersOf(
  whole: WholeCommission,
  explained: Explained,
  names: RuleNames,
  reading: Reading,
): OwnDetail['others'] {
  if (whole.row.kind !== 'direct') return [];
  const told = new Map<string, OwnDetail['others'][number]>();
  const tell = (isOfThatDay: boolean) => {
    for (const [index, { candidates }] of explained.trace.lines.entries()) {
      for (const [place, { lost, rule }] of candidates.entries()) {
        const source: RateSource | null = explained.sources[index]?.[place] ?? null;
        if (lost === null || (lost !== 'outside_window') !== isOfThatDay) continue;
        if (source === null || told.has(rule) || told.size >= OTHERS) continue;
        const sentence = ruleSentence(source, { ...explained.sentences, names });
        told.set(rule, { sentence, reason: lossText(lost, source, whole, reading) });
      }
    }
  };
  // Rules that were long over do not crowd out those that held.
  tell(true);
  tell(false);
  return [...told.values()];
}

/** Status, what next, when: whole sentences. */
function headline(whole: WholeCommission, reading: Reading, own: OwnSurroundings): string {
  const { row, sale } = whole;
  const zh = reading.lang === 'zh';
  const { hold, approval } = reading.settingsAt(sale.paidAt);
  const due = dayText(row.dueAt, reading.zone, reading.lang, 'spaced');
  if (own.takenAfterPayment < 0) {
    const amount = moneyText(minor(-own.takenAfterPayment), reading.currency);
    if (zh) return `已到账，后来顾客退货，要退还 ${amount}。之后结算的佣金会自动抵上，不用你转钱，分享照常。`;
    return `Paid, then refunded: ${amount} goes back. What you earn next makes it up; you need not pay anything.`;
  }
  switch (row.status) {
    case 'pending': {
      const then =
        approval.default === 'auto'
          ? zh
            ? '之后可以提现。'
            : 'Then you can withdraw it.'
          : zh
            ? '之后商户审核，通过就能提现。'
            : 'Then the shop reviews it.';
      if (!awaitsReceipt(whole, reading))
        return zh ? `待结算，预计 ${due}过售后期。${then}` : `Pending, past returns on ${due}. ${then}`;
      if (zh) return `待结算，顾客收货满 ${hold.days} 天过售后期，最迟 ${due}。${then}`;
      return `Pending, until ${hold.days} days after receipt, ${due} at the latest. ${then}`;
    }
    case 'in_review':
      return zh
        ? '审核中，商户正在核对。通过后马上可以提现。'
        : 'In review, the shop is looking at it. Once approved you can withdraw it.';
    case 'approved':
      return zh ? '已审核，现在可以提现。' : 'Approved, you can withdraw it now.';
    case 'paid':
      return zh
        ? `已到账，${dayText(row.paidOutAt ?? row.movedAt, reading.zone, 'zh', 'spaced')}打款。`
        : `Paid, on ${dayText(row.paidOutAt ?? row.movedAt, reading.zone, 'en')}.`;
    case 'rejected':
      return zh ? '未通过，原因写在下面。' : 'Rejected, for the reason below.';
    case 'reversed':
      return zh ? '已退款，顾客全额退货，这笔佣金不再计算。' : 'Refunded, the customer sent everything back.';
  }
}

/** The life line; none for what has ended without money. */
function ownSteps(whole: WholeCommission, reading: Reading): OwnDetail['steps'] {
  const { row } = whole;
  if (row.status === 'rejected' || row.status === 'reversed') return [];
  const { lang } = reading;
  const zh = lang === 'zh';
  return stepsOf(whole, reading).map(({ step, state, at, expectedAt }) => {
    const label =
      step === 'approved' && state === 'now' && row.status === 'in_review'
        ? zh
          ? '审核中'
          : 'In review'
        : (state === 'done' ? promoterStepWords : promoterOpenStepWords)[step][lang];
    const by = dayText(row.dueAt, reading.zone, lang, 'spaced');
    const hints = {
      earned: '',
      matured: expectedAt === null ? '' : zh ? `${by}前` : `by ${by}`,
      approved: zh ? '商户审核' : 'Shop’s review',
      paid: zh ? '提现后' : 'On withdrawal',
    };
    return { step, state, label, at, hint: at === null ? hints[step] : '' };
  });
}

function adjustmentText({ kind, reason }: AdjustmentRow, { lang }: Reading): string {
  if (kind === 'refund') return lang === 'zh' ? '顾客退货' : 'Refund';
  if (kind === 'manual') return reason ?? (lang === 'zh' ? '商户调整' : 'Adjusted by the shop');
  const again = lang === 'zh' ? '重新计算' : 'Computed again';
  return reason ? `${again}${lang === 'zh' ? '：' : ': '}${reason}` : again;
}

function ownReason({ row }: WholeCommission, { lang }: Reading): string | null {
  if (row.status === 'reversed') return lang === 'zh' ? '顾客已全额退货' : 'The customer sent everything back';
  if (row.status !== 'rejected') return null;
  if (row.decidedBy === 'person') return row.reason;
  return lang === 'zh' ? '不符合商户的审核规则' : 'It did not meet the shop’s rules of approval';
}
