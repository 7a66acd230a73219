import type { Lang, Out } from '@fenrun/contracts';
import type { RuleBook } from '@fenrun/engine';
import { formatInstant, formatMoney, type Instant, minor } from '@fenrun/kernel';
import type { Reader } from '../../../foundation/db';
import { balancesOf } from '../../ledger';
import type { PromoterRow } from '../../promoters';
import { lastDays } from '../domain/spans';
import type { Asking } from './overview';
import { commissionBySpan, type Sums, salesBySpan } from './sums-by-span';

type Home = Out<'reporting.memberHome'>;

const DAYS = 7;

const CONFIRMING =
  "SELECT id, amount FROM payout WHERE merchant_id = ? AND promoter_id = ? AND status = 'waiting_user' LIMIT 1";

/** What a promoter earned today and lately, and what he can have. */
export async function readOwnEarnings(
  db: Reader,
  promoter: PromoterRow,
  when: string,
  { merchantId, currency, now, zone }: Asking,
): Promise<NonNullable<Home['earnings']>> {
  const spans = lastDays(DAYS, now, zone);
  const scope = { merchantId, promoterId: promoter.id };
  const [commission, sales, balances, [confirming]] = await Promise.all([
    commissionBySpan(db, scope, spans),
    salesBySpan(db, scope, spans.slice(-1)),
    balancesOf(db, merchantId, [promoter.id]),
    db.rows<{ id: string; amount: number | string }>(CONFIRMING, [merchantId, promoter.id]),
  ]);
  const money = (amount: number) => formatMoney(minor(amount), currency);
  const balance = balances.get(promoter.id) ?? { pending: 0, payable: 0, inPayout: 0 };
  return {
    today: money((commission.at(-1) as Sums).amount),
    orders: sales[0]?.count ?? 0,
    yesterday: money((commission.at(-2) as Sums).amount),
    days: spans.map(({ day }, index) => ({ day, amount: money((commission[index] as Sums).amount) })),
    available: money(Math.max(0, balance.payable)),
    pending: money(balance.pending),
    debt: money(Math.max(0, -balance.payable)),
    when,
    toConfirm: confirming ? { id: confirming.id, amount: money(Number(confirming.amount)), expiresAt: null } : null,
  };
}

const APPLICATION: Readonly<
  Partial<Record<PromoterRow['status'], { status: 'waiting' | 'rejected' } & Readonly<Record<Lang, string>>>>
> = {
  applicant: {
    status: 'waiting',
    zh: '申请已提交，商户审核后会通知你',
    en: 'Your application is being looked at; you will be told',
  },
  rejected: {
    status: 'rejected',
    zh: '申请没有通过，可以修改后再次申请',
    en: 'The application was declined; you may apply again',
  },
};

/** The state of an application that waits or was rejected. */
export function applicationOf(promoter: PromoterRow | undefined, lang: Lang): Home['application'] {
  const state = promoter && APPLICATION[promoter.status];
  return state ? { status: state.status, text: state[lang] } : null;
}

/** The campaigns that run now, those that end first first. */
export function runningCampaigns(book: RuleBook, now: Instant): Home['campaigns'] {
  const running = book.campaigns.flatMap(({ code, versions }) => {
    const campaign = versions.at(-1)?.value as
      | { name?: string; text?: string; image?: string | null; window: { from: Instant | null; to: Instant | null } }
      | null
      | undefined;
    if (!campaign || (campaign.window.from ?? now) > now || (campaign.window.to ?? Number.POSITIVE_INFINITY) <= now)
      return [];
    return [{ code, campaign }];
  });
  return running
    .sort(
      (a, b) => (a.campaign.window.to ?? Number.POSITIVE_INFINITY) - (b.campaign.window.to ?? Number.POSITIVE_INFINITY),
    )
    .map(({ code, campaign }) => ({
      id: code,
      name: campaign.name ?? code,
      text: campaign.text ?? '',
      until: campaign.window.to === null ? null : formatInstant(campaign.window.to),
      image: campaign.image ?? null,
    }));
}
