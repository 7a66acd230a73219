import type { Lang, Out } from '@fenrun/contracts';
import { DAY_MS, type Instant, minor } from '@fenrun/kernel';
import type { Reader } from '../../foundation/db';
import type { Reading } from '../../modules/commission';
import type { PromoterRow } from '../../modules/promoters';
import { moneyText } from '../shop-words';
import { dayText, yearStart } from './instant-words';
import { balanceView, type Standings, standingsOf } from './promoter-balance';

type OwnBalance = Out<'member.balance'>;

/** How long a refund that was netted off stays in sight. */
const DEDUCTIONS_SHOWN_MS = 30 * DAY_MS;

/** A commission older than this is not refunded any more, as a rule; older ones are not looked at for deductions. */
const PAID_WITHIN_MS = 366 * DAY_MS;

/** A promoter's own balance, with what it means in words. */
export async function ownBalance(db: Reader, reading: Reading, promoter: PromoterRow): Promise<OwnBalance> {
  const { merchantId, now, zone } = reading;
  const standings = await standingsOf(db, merchantId, promoter.id, yearStart(now, zone));
  const taken = await deductionsOf(db, merchantId, promoter.id, now);
  return {
    ...balanceView(standings, reading),
    ...withdrawal(promoter, standings, reading),
    pendingText: pendingText(standings, reading),
    deduction: deductionView(standings, taken, reading),
  };
}

/** Somebody without a programme of his own has nothing yet. */
export function noBalance(reading: Reading): OwnBalance {
  const nothing: Standings = {
    balances: { pending: 0, payable: 0, inPayout: 0 },
    paid: { amount: 0, count: 0, thisYear: 0, lastAt: null },
    inReview: { count: 0, amount: 0 },
    earned: 0,
    nextMaturesAt: null,
  };
  const withdrawText = reading.lang === 'zh' ? '加入后，佣金会出现在这里' : 'Join first; commission appears here';
  const words = { canWithdraw: false, withdrawText, pendingText: pendingText(nothing, reading), deduction: null };
  return { ...balanceView(nothing, reading), ...words };
}

function withdrawal(
  promoter: PromoterRow,
  { balances }: Standings,
  { settingsAt, now, currency, lang }: Reading,
): Pick<OwnBalance, 'canWithdraw' | 'withdrawText'> {
  const { minimum } = settingsAt(now).payout;
  const no = (zh: string, en: string) => ({ canWithdraw: false, withdrawText: lang === 'zh' ? zh : en });
  if (promoter.status !== 'active')
    return no('推广已暂停，暂时不能提现', 'Suspended: nothing can be withdrawn for now');
  if (balances.payable < 0) return no('抵扣完就可以提现', 'Can be withdrawn once the deduction is over');
  if (balances.payable === 0) return no('还没有可提现的佣金', 'Nothing to withdraw yet');
  const least = moneyText(minimum, currency);
  if (balances.payable < minimum) return no(`满 ${least} 可以提现`, `From ${least} on`);
  return { canWithdraw: true, withdrawText: lang === 'zh' ? '提现' : 'Withdraw' };
}

/** 「24 日起陆续结算」 */
function pendingText({ balances, inReview, nextMaturesAt }: Standings, { zone, now, lang }: Reading): string {
  if (nextMaturesAt !== null) {
    const due = Math.max(nextMaturesAt, now);
    const isThisMonth = zone.dayAt(due).slice(0, 7) === zone.dayAt(now).slice(0, 7);
    const day = isThisMonth && lang === 'zh' ? `${zone.wallAt(due).day} 日` : dayText(due, zone, lang);
    return lang === 'zh' ? `${day}起陆续结算` : `Settled from ${day} on`;
  }
  if (inReview.count > 0) return lang === 'zh' ? `${inReview.count} 笔审核中` : `${inReview.count} in review`;
  return balances.pending === 0 ? (lang === 'zh' ? '还没有' : 'None yet') : '';
}

interface Deductions {
  readonly count: number;
  readonly amount: number;
  /** The commission that was lowered last. */
  readonly commission: string | null;
}

/** What refunds took off commissions that were approved already, in the last 30 days. */
async function deductionsOf(db: Reader, merchantId: string, promoterId: string, now: Instant): Promise<Deductions> {
  const sql = `SELECT a.amount AS amount, a.commission_id AS commission FROM commission c
    JOIN adjustment a ON a.merchant_id = c.merchant_id AND a.commission_id = c.id
    WHERE c.merchant_id = ? AND c.payee_id = ? AND c.paid_at >= ? AND a.kind = 'refund' AND a.at >= ?
      AND c.approved_at IS NOT NULL AND a.at >= c.approved_at ORDER BY a.at DESC, a.id DESC`;
  const params = [merchantId, promoterId, now - PAID_WITHIN_MS, now - DEDUCTIONS_SHOWN_MS];
  const rows = await db.rows<{ amount: number | string; commission: string }>(sql, params);
  const amount = rows.reduce((sum, row) => sum - Number(row.amount), 0);
  return { count: rows.length, amount, commission: rows[0]?.commission ?? null };
}

function deductionView(
  { balances, nextMaturesAt }: Standings,
  taken: Deductions,
  reading: Reading,
): OwnBalance['deduction'] {
  const left = Math.max(-balances.payable, 0);
  if (left === 0 && taken.amount === 0) return null;
  const total = Math.max(left, taken.amount);
  const { money, lang, currency } = reading;
  const amount = moneyText(minor(total), currency);
  return {
    text: left > 0 ? DEBT[lang](amount) : TAKEN[lang](taken.count, amount),
    total: money(total),
    done: money(total - left),
    left: money(left),
    commission: taken.commission,
    outlook: outlookText(left, balances.pending, nextMaturesAt, reading),
  };
}

const DEBT: Readonly<Record<Lang, (amount: string) => string>> = {
  zh: (amount) => `顾客退货，已结算的佣金要扣回 ${amount}。之后结算的佣金会自动抵上，不用你转钱，分享照常。`,
  en: (amount) =>
    `Goods came back, so ${amount} of settled commission is taken back. Later commission makes up for it; you need not pay anything.`,
};

const TAKEN: Readonly<Record<Lang, (count: number, amount: string) => string>> = {
  zh: (count, amount) => `最近 ${count} 笔退货，已扣回 ${amount}`,
  en: (count, amount) => `${amount} was taken back for ${count} recent refunds`,
};

/** When the debt is expected to be over, if what is pending covers it. */
function outlookText(
  left: number,
  pending: number,
  nextMaturesAt: Instant | null,
  { zone, lang, currency }: Reading,
): string | null {
  if (left === 0 || pending < left || nextMaturesAt === null) return null;
  const [amount, day] = [moneyText(minor(pending), currency), dayText(nextMaturesAt, zone, lang)];
  return lang === 'zh'
    ? `待结算的 ${amount} 够抵，预计 ${day}起陆续抵完。`
    : `The pending ${amount} covers it, expected from ${day} on.`;
}
