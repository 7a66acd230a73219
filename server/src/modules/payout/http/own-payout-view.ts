import type { Out } from '@fenrun/contracts';
import { dayText, minuteText, moneyText } from '@fenrun/engine';
import { formatInstant, type Instant, minor } from '@fenrun/kernel';
import type { PromoterRow } from '../../promoters';
import { RETURNED } from '../domain/payout-terms';
import { payoutMoves } from '../policy';
import type { PayoutChannel, PayoutRow } from '../store/payout.row';
import type { PayoutStepRow } from '../store/payout-step.row';
import { type PayoutFrame, payoutRowView } from './payout-view';

type Own = Out<'payout.memberRead'>;
type Step = Own['steps'][number];
type PreviewStep = Out<'payout.memberPreview'>['steps'][number];

/** A payout as its promoter sees it: what happens next, and the way of the money. */
export function ownPayoutView(
  row: PayoutRow,
  promoter: PromoterRow,
  steps: readonly PayoutStepRow[],
  frame: PayoutFrame,
): Own {
  const { promoter: _code, promoterName: _name, ...shown } = payoutRowView(row, promoter, frame);
  return {
    ...shown,
    next: nextText(row, frame),
    // A transfer that waits for its receiver ends by itself; such transfers come with WeChat's.
    expiresAt: null,
    steps: stepViews(row, steps, frame),
    confirm: null,
    canCancel: payoutMoves(row).cancel,
  };
}

function nextText(row: PayoutRow, { currency, zone, lang }: PayoutFrame): string {
  const zh = lang === 'zh';
  const amount = moneyText(minor(row.amount), currency);
  const back = zh ? `${amount} 已退回可提现。` : `${amount} went back to what you can withdraw.`;
  const reason = row.reason?.replace(/[\s。.]+$/, '');
  const why = reason ? (zh ? `原因：${reason}。` : `Reason: ${reason}. `) : '';
  switch (row.status) {
    case 'requested':
      return zh ? '等商户审核，通过后打款。' : 'The shop reviews it, then pays.';
    case 'approved':
      return zh ? '商户已审核，正在安排打款。' : 'Approved, the payment is being prepared.';
    case 'sending':
      return zh ? '正在打款。' : 'Being paid.';
    case 'waiting_user':
      return zh ? '等你确认收款。' : 'Waits for you to confirm.';
    case 'paid': {
      const day = row.endedAt === null ? '' : dayText(row.endedAt, zone, lang, 'spaced');
      return zh ? `${day}已到账。` : `Paid on ${day}.`;
    }
    case 'rejected':
      return zh ? `没有通过。${why}${back}` : `Rejected. ${why}${back}`;
    case 'failed':
      return zh ? `打款没有成功。${why}${back}` : `The payment failed. ${why}${back}`;
    case 'cancelled':
      return zh ? `已取消。${back}` : `Cancelled. ${back}`;
    case 'expired':
      return zh ? `过期没有确认。${back}` : `It expired. ${back}`;
  }
}

/** What comes after asking, for each channel. */
export function plannedSteps(channel: PayoutChannel, lang: PayoutFrame['lang']): PreviewStep[] {
  const zh = lang === 'zh';
  const review = { label: zh ? '商户审核' : 'The shop reviews it', hint: zh ? '通过后马上打款' : 'Then it is paid' };
  if (channel === 'wechat') {
    return [
      review,
      {
        label: zh ? '你点一下「确认收款」' : 'You confirm the receipt',
        hint: zh ? '24 小时内有效' : 'Within 24 hours',
      },
      { label: zh ? '到微信零钱' : 'In your WeChat balance', hint: zh ? '确认后通常马上到' : 'Usually at once' },
    ];
  }
  const arrives =
    channel === 'bank' ? (zh ? '到银行卡' : 'In your bank account') : zh ? '商户线下打款' : 'Paid by hand';
  return [review, { label: arrives, hint: zh ? '到账后会告诉你' : 'You will be told' }];
}

const PREPARING = {
  zh: { label: '正在安排打款', hint: '好了会请你确认收款' },
  en: { label: 'The payment is being prepared', hint: 'Then you confirm the receipt' },
} as const;

/** The way so far with its times, and what is still to come; what gave the money back ends where it ended. */
function stepViews(row: PayoutRow, steps: readonly PayoutStepRow[], { zone, lang }: PayoutFrame): Step[] {
  const zh = lang === 'zh';
  const at = (status: PayoutRow['status']) => steps.find((step) => step.status === status)?.at ?? null;
  const told = (instant: Instant) => minuteText(instant, zone, lang, 'spaced');
  const done = (label: string, instant: Instant): Step => ({
    label,
    hint: told(instant),
    state: 'done',
    at: formatInstant(instant),
  });
  const asked = done(zh ? '已提交' : 'Asked for', row.requestedAt);
  if (RETURNED.has(row.status)) {
    const ended = row.endedAt ?? row.requestedAt;
    return [asked, { ...done(ENDED[row.status]?.[lang] ?? row.status, ended), state: 'now' }];
  }
  const approvedAt = at('approved') ?? row.decidedAt;
  const planned = plannedSteps(row.channel, lang);
  const [, ...after] = planned;
  const approved: Step =
    approvedAt === null
      ? { ...(planned[0] as PreviewStep), state: 'now', at: null }
      : done(zh ? '商户已审核' : 'Approved by the shop', approvedAt);
  if (row.status === 'paid') return [asked, approved, done(after.at(-1)?.label ?? '', row.endedAt ?? row.requestedAt)];
  // Nobody can confirm a receipt before the transfer waits for it.
  const isPrepared = row.channel !== 'wechat' || row.status === 'waiting_user';
  const preparing: Step[] = approvedAt === null || isPrepared ? [] : [{ ...PREPARING[lang], state: 'now', at: null }];
  const open = after.map((step, index): Step => {
    const isNow = approvedAt !== null && index === 0 && preparing.length === 0;
    return { ...step, state: isNow ? 'now' : 'next', at: null };
  });
  return [asked, approved, ...preparing, ...open];
}

const ENDED: Readonly<Partial<Record<PayoutRow['status'], Readonly<Record<PayoutFrame['lang'], string>>>>> = {
  rejected: { zh: '没有通过，已退回', en: 'Rejected, money returned' },
  failed: { zh: '打款失败，已退回', en: 'Failed, money returned' },
  cancelled: { zh: '已取消，已退回', en: 'Cancelled, money returned' },
  expired: { zh: '已过期，已退回', en: 'Expired, money returned' },
};
