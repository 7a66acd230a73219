import { isRefusal, minor, money, type Refusal } from '@fenrun/kernel';
import { addPromoter } from '../../flows/add-promoter';
import { applyAsPromoter } from '../../flows/apply-as-promoter';
import { askPayout, movePayout } from '../../flows/ask-payout';
import { decideCommission } from '../../flows/decide-commission';
import { assignGroup, setStatus } from '../../flows/promoter-standing';
import { judgeStanding } from '../../flows/review-application';
import type { Hand } from '../../flows/timeline/hand';
import { onTimeline } from '../../flows/timeline/on-timeline';
import { find, findAmong, type Tx } from '../../foundation/db';
import { commissionTable } from '../../modules/commission';
import { balancesOf } from '../../modules/ledger';
import { presentAgreements } from '../../modules/promoters';
import { saleTable } from '../../modules/sales';
import { demoPromoters } from '../../seeds/people';
import type {
  ApplicationMade,
  CommissionsDecided,
  PayoutRequested,
  PayoutSettled,
  StoryEvent,
} from '../../seeds/story';
import type { Stage } from './replay';

type Decide<E> = (stage: Stage, event: E) => Promise<unknown>;

/** What people decide: each on the timeline, at its own instant. */
export const DECIDED: { readonly [Do in StoryEvent['do']]?: Decide<Extract<StoryEvent, { do: Do }>> } = {
  'import-promoter': (stage, { promoter, joinedAt }) => join(stage, promoter, { status: 'active', joinedAt }),
  apply,
  'decide-application': (stage, { application, decision, reason }) =>
    onPromoter(stage, stage.applications.get(application), (tx, hand, code, now) =>
      judgeStanding(tx, hand, code, decision, { by: stage.owner, reason }, now),
    ),
  'assign-group': (stage, { promoter, group }) =>
    onPromoter(stage, stage.promoterIds.get(promoter), (tx, hand, id, now) =>
      assignGroup(tx, hand, id, group === 'default' ? null : group, { by: stage.owner, reason: null }, now),
    ),
  'set-status': (stage, { promoter, status, reason }) =>
    onPromoter(stage, stage.promoterIds.get(promoter), (tx, hand, id, now) =>
      setStatus(tx, hand, id, status, { by: stage.owner, reason }, now),
    ),
  'decide-commissions': decideMany,
  'request-payout': requestPayout,
  'decide-payout': (stage, { payout, decision, reason }) =>
    onPayout(stage, payout, (tx, hand, id, now) =>
      movePayout(tx, hand, id, { to: decision === 'approve' ? 'approved' : 'rejected', by: stage.owner, reason }, now),
    ),
  'settle-payout': settlePayout,
};

type Work<T> = (tx: Tx, hand: Hand, id: string, now: number) => Promise<T | Refusal>;

async function onPromoter<T>(stage: Stage, id: string | undefined, work: Work<T>): Promise<T | Refusal | undefined> {
  return id ? onTimeline(stage.lines, stage.shop.merchantId, (tx, hand, now) => work(tx, hand, id, now)) : undefined;
}

async function onPayout<T>(stage: Stage, name: string, work: Work<T>): Promise<T | Refusal | undefined> {
  const id = stage.payouts.get(name);
  return id ? onTimeline(stage.lines, stage.shop.merchantId, (tx, hand, now) => work(tx, hand, id, now)) : undefined;
}

async function join(
  stage: Stage,
  code: string,
  given: { status: 'active' | 'applicant'; joinedAt: number | null },
): Promise<unknown> {
  const known = demoPromoters.find((promoter) => promoter.code === code);
  const name = known?.name ?? code;
  const inviter = known?.inviter ?? null;
  const result = await onTimeline(stage.lines, stage.shop.merchantId, (tx, hand, now) =>
    addPromoter(
      tx,
      hand,
      {
        code,
        name,
        phone: known ? `86${known.phone}` : null,
        avatar: stage.faces.get(code) ?? null,
        memberId: stage.people.get(code)?.id ?? null,
        customerId: stage.customers.get(code) ?? null,
        ...given,
        inviterId: inviter ? (stage.promoterIds.get(inviter) ?? null) : null,
        programme: null,
        group: null,
      },
      now,
    ),
  );
  if (isRefusal(result)) return result;
  stage.promoterIds.set(code, result.id);
  stage.codes.set(code, code);
  return result;
}

/** People apply with their phone, as in the mini-program, and get a code of their own. */
async function apply(stage: Stage, event: ApplicationMade): Promise<unknown> {
  const member = stage.people.get(event.promoter ?? event.application);
  if (!member) return undefined;
  const owner = { merchantId: stage.shop.merchantId, region: 'CN', since: stage.startAt };
  const ask = {
    member,
    name: event.name,
    invitation: event.inviter ? (stage.codes.get(event.inviter) ?? null) : null,
    words: event.reason,
    avatar: stage.faces.get(event.promoter ?? '') ?? null,
    consents: await presentAgreements(stage.db.read, owner),
  };
  const result = await onTimeline(stage.lines, owner.merchantId, (tx, hand, now) =>
    applyAsPromoter(tx, hand, owner, ask, now),
  );
  if (isRefusal(result)) return result;
  stage.applications.set(event.application, result.code);
  if (event.promoter) {
    stage.promoterIds.set(event.promoter, result.promoterId);
    stage.codes.set(event.promoter, result.code);
  }
  return result;
}

/** A clerk decides all that is in review, but for what is left for later. */
async function decideMany(stage: Stage, { leave, reject }: CommissionsDecided): Promise<unknown> {
  const { merchantId } = stage.shop;
  return onTimeline(stage.lines, merchantId, async (tx, hand, now) => {
    const waiting = await find(
      tx,
      commissionTable,
      "merchant_id = ? AND status = 'in_review'",
      [merchantId],
      'ORDER BY due_at, id',
    );
    const sales = await findAmong(tx, saleTable, 'merchant_id = ?', [merchantId], 'id', [
      ...new Set(waiting.map((row) => row.saleId)),
    ]);
    const orders = new Map(sales.map((sale) => [sale.id, sale.outsideId]));
    const reasons = new Map(reject.map(({ order, reason }) => [order, reason]));
    for (const { id, saleId } of waiting) {
      const order = orders.get(saleId) ?? '';
      if (leave.includes(order)) continue;
      const reason = reasons.get(order) ?? null;
      const verdict = { verdict: reason ? ('reject' as const) : ('approve' as const), reason, by: stage.owner };
      const decided = await decideCommission(tx, hand, { id }, verdict, now);
      if (isRefusal(decided)) return decided;
    }
    return {};
  });
}

async function requestPayout(stage: Stage, event: PayoutRequested): Promise<unknown> {
  const promoterId = stage.promoterIds.get(event.promoter);
  if (!promoterId) return undefined;
  const amount = (text: string) => money(text, stage.shop.currency);
  return onTimeline(stage.lines, stage.shop.merchantId, async (tx, hand, now) => {
    const balances = (await balancesOf(tx, hand.merchantId, [promoterId])).get(promoterId);
    const step = amount(event.step);
    const portion = Math.floor((Math.max(balances?.payable ?? 0, 0) * event.portionPercent) / 100);
    const asked = Math.min(Math.floor(portion / step) * step, amount(event.most));
    if (asked < amount(event.least)) return {};
    const made = await askPayout(
      tx,
      hand,
      { outsideId: event.payout, promoterId, amount: minor(asked), channel: 'bank' },
      now,
    );
    if (isRefusal(made)) return made.refused === 'promoter-not-active' ? {} : made;
    stage.payouts.set(event.payout, made.id);
    return made;
  });
}

function settlePayout(stage: Stage, { payout, result, reason }: PayoutSettled): Promise<unknown> {
  return onPayout(stage, payout, async (tx, hand, id, now) => {
    const sent = await movePayout(tx, hand, id, { to: 'sending', by: null, reason: null }, now);
    return isRefusal(sent) ? sent : movePayout(tx, hand, id, { to: result, by: null, reason }, now);
  });
}
