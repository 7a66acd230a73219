import { findAmong } from '../foundation/db';
import type { Log } from '../foundation/log';
import type { Push, PushHub } from '../foundation/push';
import { promoterTable } from '../modules/promoters';
import { saleTable } from '../modules/sales';
import type { Timelines } from './timeline/advance';
import type { TimelineFact } from './timeline/hand';

/** Commissions that one hint names at most; a page that shows more asks for its list anew anyway. */
const COMMISSIONS_AT_MOST = 100;

/** Codes that one batch hints at; after an import of thousands the figures' hint is enough. */
const HINTS_AT_MOST = 200;

/** Pushes what happened on the timelines, after it was committed, to the staff and to the members whom it concerns. */
export function pushFacts(lines: Timelines, push: PushHub, log: Pick<Log, 'error'>): void {
  lines.onFacts((merchantId, facts) => {
    if (!push.hears(merchantId)) return;
    hint(lines, push, merchantId, facts).catch((error: unknown) =>
      log.error('what happened could not be pushed', { merchantId, error: String(error) }),
    );
  });
}

interface Known {
  readonly code: string;
  readonly memberId: string | null;
}

async function hint(
  lines: Timelines,
  push: PushHub,
  merchantId: string,
  facts: readonly TimelineFact[],
): Promise<void> {
  const known = await promotersOf(lines, merchantId, facts);
  for (const event of await staffHints(lines, merchantId, facts, known)) push.to(merchantId, 'staff', event);
  const own = new Map<string, TimelineFact[]>();
  for (const fact of facts) {
    const memberId = fact.promoterId === null ? null : known.get(fact.promoterId)?.memberId;
    if (memberId) own.set(memberId, [...(own.get(memberId) ?? []), fact]);
  }
  for (const [memberId, list] of own) {
    for (const event of memberHints(list, known)) push.to(merchantId, { memberId }, event);
  }
}

async function promotersOf(
  { db }: Timelines,
  merchantId: string,
  facts: readonly TimelineFact[],
): Promise<ReadonlyMap<string, Known>> {
  const ids = [...new Set(facts.map(({ promoterId }) => promoterId))].filter((id): id is string => id !== null);
  const rows = await findAmong(db.read, promoterTable, 'merchant_id = ?', [merchantId], 'id', ids);
  return new Map(rows.map(({ id, code, memberId }) => [id, { code, memberId }]));
}

const APPLICATIONS = new Set(['promoter-applied', 'status-changed']);
const ORDERS = new Set(['sale-settled', 'order-completed']);

const isCommission = ({ topic }: TimelineFact): boolean => topic.startsWith('commission-') || topic === 'sale-settled';
const isPayout = ({ topic }: TimelineFact): boolean => topic.startsWith('payout-');
const isStanding = ({ topic }: TimelineFact): boolean => topic.endsWith('-changed') || topic === 'promoter-added';

async function staffHints(
  lines: Timelines,
  merchantId: string,
  facts: readonly TimelineFact[],
  known: ReadonlyMap<string, Known>,
): Promise<Push[]> {
  const codes = (list: readonly TimelineFact[]) =>
    distinct(list.map(({ promoterId }) => (promoterId === null ? undefined : known.get(promoterId)?.code)));
  const applied = codes(facts.filter(({ topic }) => APPLICATIONS.has(topic)));
  const moved = codes(facts.filter(isStanding));
  return [
    ...applied.map((promoter): Push => ({ event: 'application.changed', promoter })),
    ...moved.map((promoter): Push => ({ event: 'promoter.changed', promoter })),
    ...(await orderHints(lines, merchantId, facts)),
    ...commissionHints(facts),
    ...distinct(facts.filter(isPayout).map(({ subjectId }) => subjectId)).map(
      (payout): Push => ({ event: 'payout.changed', payout }),
    ),
    ...(facts.some((fact) => isCommission(fact) || isPayout(fact)) ? [{ event: 'figures.changed' } as const] : []),
  ];
}

/** Orders are known outside by the merchant's own number. */
async function orderHints({ db }: Timelines, merchantId: string, facts: readonly TimelineFact[]): Promise<Push[]> {
  const ids = distinct(facts.filter(({ topic }) => ORDERS.has(topic)).map(({ subjectId }) => subjectId));
  const rows = await findAmong(db.read, saleTable, 'merchant_id = ?', [merchantId], 'id', ids);
  return rows.map(({ outsideId }): Push => ({ event: 'order.changed', order: outsideId }));
}

function commissionHints(facts: readonly TimelineFact[]): Push[] {
  if (!facts.some(isCommission)) return [];
  const named = facts.filter(({ topic }) => topic.startsWith('commission-')).map(({ subjectId }) => subjectId);
  return [{ event: 'commission.changed', commissions: [...new Set(named)].slice(0, COMMISSIONS_AT_MOST) }];
}

/** What a member's pages show of it: his standing, his commissions, his balance, his payouts, and a message where one was written. */
function memberHints(facts: readonly TimelineFact[], known: ReadonlyMap<string, Known>): Push[] {
  const code = known.get(facts[0]?.promoterId ?? '')?.code ?? '';
  const money = facts.some((fact) => isCommission(fact) || isPayout(fact));
  return [
    ...(facts.some(({ topic }) => APPLICATIONS.has(topic))
      ? [{ event: 'application.changed', promoter: code } as const]
      : []),
    ...(facts.some(isStanding) ? [{ event: 'promoter.changed', promoter: code } as const] : []),
    ...commissionHints(facts),
    ...distinct(facts.filter(isPayout).map(({ subjectId }) => subjectId)).map(
      (payout): Push => ({ event: 'payout.changed', payout }),
    ),
    ...(money ? [{ event: 'balance.changed' } as const, { event: 'figures.changed' } as const] : []),
    { event: 'message.new' },
  ];
}

function distinct(values: readonly (string | undefined)[]): string[] {
  return [...new Set(values.filter((value): value is string => value !== undefined))].slice(0, HINTS_AT_MOST);
}
