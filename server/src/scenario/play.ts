import { type CommissionKind, inForce } from '@fenrun/engine';
import { isRefusal, parseInstant, parseMoney, type Refusal, ZERO } from '@fenrun/kernel';
import { askPayout, movePayout } from '../flows/ask-payout';
import { adjustCommission, type CommissionKey, decideCommission } from '../flows/decide-commission';
import { deactivateProgramme } from '../flows/edit-programmes';
import { addRule, endRule } from '../flows/edit-rules';
import {
  assignGroup,
  assignProgramme,
  releaseFromGroup,
  releaseProgramme,
  setStatus,
} from '../flows/promoter-standing';
import type { Hand } from '../flows/timeline/hand';
import { onTimeline } from '../flows/timeline/on-timeline';
import { find, findOne, type Tx } from '../foundation/db';
import { recordTouch } from '../modules/attribution';
import { payoutTable } from '../modules/payout';
import { currentBook } from '../modules/plans';
import { promotersById, standingAt } from '../modules/promoters';
import { findCustomers, recordReceipts, recordRefunds, recordSales, type SaleInput, saleTable } from '../modules/sales';
import type { Difference } from './compare';
import type { EventOf, ScenarioEvent } from './file';
import { invalid } from './invalid';
import type { Stage } from './stage';
import { readAmount, readRule } from './to-plans';

const NOBODY = { by: null, reason: null };

/** How an event goes that is not refused. */
const SUCCESS = 'success';

/** Plays the events of a scenario in order, each as often as it says, through the product's own commands. Answers what went otherwise than the file says. */
export async function playEvents(stage: Stage, events: readonly ScenarioEvent[]): Promise<Difference[]> {
  const diffs: Difference[] = [];
  for (const [index, event] of events.entries()) {
    const at = parseInstant(event.at) as number;
    stage.clock.moveTo(Math.max(at, stage.clock.now()));
    for (let time = 1; time <= (event.repeat ?? 1); time += 1) {
      await stage.lines.advance(stage.merchantId);
      const result = await playOne(stage, event, time, `$.events[${index}]`);
      await stage.lines.advance(stage.merchantId);
      if (time > 1) continue;
      const refused = isRefusal(result) ? result.refused : undefined;
      if (refused !== event.fails)
        diffs.push({
          ...{ path: `events[${index}]`, expected: event.fails ?? SUCCESS, actual: refused ?? SUCCESS },
          text: `events[${index}] ${event.do}: expected ${event.fails ?? 'to succeed'}, got ${refused ?? SUCCESS}`,
        });
    }
  }
  return diffs;
}

/** Delivers what a shop tells, without looking at what is due; for the test that any split into batches keeps the same books. */
export async function tellEvents(stage: Stage, events: readonly ScenarioEvent[]): Promise<void> {
  for (const event of events) {
    for (let time = 1; time <= (event.repeat ?? 1); time += 1) await playOne(stage, event, time, '$.events');
  }
}

type Play<Do extends ScenarioEvent['do']> = (
  stage: Stage,
  event: EventOf<Do>,
  time: number,
  path: string,
) => Promise<unknown>;

/** A repeated delivery of an event that has no key of its own is the same request again, which the API answers from what it kept. */
const REPEATS_BY_KEY: ReadonlySet<ScenarioEvent['do']> = new Set([
  'order',
  'complete',
  'refund',
  'payout',
  'payout_result',
]);

async function playOne(stage: Stage, event: ScenarioEvent, time: number, path: string): Promise<unknown> {
  if (time > 1 && !REPEATS_BY_KEY.has(event.do)) return undefined;
  return (PLAYS[event.do] as Play<ScenarioEvent['do']>)(stage, event as never, time, path);
}

const PLAYS: { readonly [Do in ScenarioEvent['do']]: Play<Do> } = {
  order: (stage, event, _time, path) =>
    write(stage, (tx, now) => recordSales(tx, stage.merchantId, [toSale(stage, event, path)], now)),
  complete: (stage, event) =>
    write(stage, (tx, now) =>
      recordReceipts(tx, stage.merchantId, [{ saleOutsideId: event.order, receivedAt: now, told: 'receipt' }], now),
    ),
  refund: (stage, event, _time, path) =>
    write(stage, (tx, now) =>
      recordRefunds(
        tx,
        stage.merchantId,
        [
          {
            outsideId: event.id,
            saleOutsideId: event.order,
            source: 'scenario',
            refundedAt: now,
            ask: askOf(stage, event, path),
          },
        ],
        now,
      ),
    ),
  touch: (stage, event) => touch(stage, event),
  approve: (stage, event) => decide(stage, event, 'approve'),
  reject: (stage, event) => decide(stage, event, 'reject'),
  adjust: (stage, event) =>
    line(stage, async (tx, hand, now) => {
      const amount = readAsked(event.amount, stage);
      return adjustCommission(
        tx,
        hand,
        await keyOf(tx, stage, event),
        { amount, reason: event.reason ?? null, by: null },
        now,
      );
    }),
  assign_group: (stage, e) =>
    line(stage, (tx, hand, now) => assignGroup(tx, hand, promoterId(stage, e.promoter), e.group, NOBODY, now)),
  release_group: (stage, e) =>
    line(stage, (tx, hand, now) => releaseFromGroup(tx, hand, promoterId(stage, e.promoter), NOBODY, now)),
  assign_programme: (stage, e) =>
    line(stage, (tx, hand, now) => assignProgramme(tx, hand, promoterId(stage, e.promoter), e.programme, NOBODY, now)),
  release_programme: (stage, e) =>
    line(stage, (tx, hand, now) => releaseProgramme(tx, hand, promoterId(stage, e.promoter), NOBODY, now)),
  deactivate_programme: (stage, e) =>
    line(stage, (tx, hand, now) => deactivateProgramme(tx, hand, e.programme, NOBODY, now)),
  set_status: (stage, e) =>
    line(stage, (tx, hand, now) => setStatus(tx, hand, promoterId(stage, e.promoter), e.status, NOBODY, now)),
  add_rule: (stage, e, _time, path) =>
    line(stage, (tx, hand, now) =>
      addRule(tx, hand, e.rule.id, readRule(e.rule, stage.reading, `${path}.rule`), null, now),
    ),
  end_rule: (stage, e) => line(stage, (tx, hand, now) => endRule(tx, hand, e.id, null, now)),
  payout: (stage, event) => payout(stage, event),
  payout_result: (stage, event) => payoutResult(stage, event),
  tick: async () => undefined,
};

function write<T>(stage: Stage, work: (tx: Tx, now: number) => Promise<T>): Promise<T> {
  return stage.db.write((tx) => work(tx, stage.clock.now()));
}

function line<T>(
  stage: Stage,
  command: (tx: Tx, hand: Hand, now: number) => Promise<T | Refusal>,
): Promise<T | Refusal> {
  return onTimeline(stage.lines, stage.merchantId, command);
}

function promoterId({ reading }: Stage, code: string): string {
  const id = reading.promoterIds.get(code);
  if (!id) throw invalid('$.events', `no promoter ${code}`);
  return id;
}

function readAsked(text: string, { reading }: Stage) {
  const amount = parseMoney(text, reading.currency);
  return isRefusal(amount) ? null : amount;
}

function toSale(stage: Stage, event: EventOf<'order'>, path: string): SaleInput {
  const { currency } = stage.reading;
  const amount = (text: string | null | undefined, field: string) =>
    text ? readAmount(text, currency, `${path}.${field}`) : ZERO;
  return {
    outsideId: event.id,
    source: 'scenario',
    type: event.type ?? 'one_time',
    paidAt: parseInstant(event.paidAt ?? event.at) as number,
    customer: event.customer
      ? { outsideId: event.customer, phone: null, name: null, email: null, address: null }
      : null,
    country: event.country ?? null,
    promoterCode: event.promoter ?? null,
    subscription: event.subscription ?? null,
    sequence: event.sequence ?? null,
    campaign: event.campaign ?? null,
    subId: event.subId ?? null,
    coupons: event.coupons ?? [],
    discount: amount(event.discount, 'discount'),
    shipping: amount(event.shipping, 'shipping'),
    manualCommission: event.commission ? amount(event.commission, 'commission') : null,
    device: null,
    ip: null,
    metadata: null,
    lines: event.lines.map((one, index) => ({
      sku: one.sku,
      name: one.name ?? null,
      category: one.category ?? stage.categories.get(one.sku) ?? null,
      quantity: one.quantity ?? 1,
      price: amount(one.price, `lines[${index}].price`),
      discount: amount(one.discount, `lines[${index}].discount`),
      tax: amount(one.tax, `lines[${index}].tax`),
    })),
  };
}

function askOf(stage: Stage, event: EventOf<'refund'>, path: string) {
  if (event.lines) return { kind: 'pieces' as const, lines: event.lines };
  if (!event.amounts) return { kind: 'rest' as const };
  const { currency } = stage.reading;
  return {
    kind: 'amounts' as const,
    amounts: event.amounts.map(({ sku, amount }, index) => ({
      sku,
      amount: readAmount(amount, currency, `${path}.amounts[${index}].amount`),
    })),
  };
}

function touch(stage: Stage, event: EventOf<'touch'>): Promise<unknown> {
  const { merchantId } = stage;
  return write(stage, async (tx, now) => {
    const id = promoterId(stage, event.promoter);
    const [promoter] = await promotersById(tx, merchantId, [id]);
    const customer = { outsideId: event.customer, phone: null, name: null, email: null, address: null };
    const [customerId] = await findCustomers(tx, merchantId, [customer], now);
    const input = {
      customerId: customerId as string,
      promoterId: id,
      kind: event.kind,
      campaign: event.campaign ?? null,
      shareCode: null,
      isPromoterActive: promoter !== undefined && standingAt(promoter, [], now).isActive,
    };
    const { compiled } = await currentBook(tx, merchantId, stage.db);
    await recordTouch(tx, merchantId, input, inForce(compiled, now).settings.settings.attribution, now);
    return {};
  });
}

async function keyOf(
  tx: Tx,
  stage: Stage,
  event: { order: string; promoter: string; kind?: CommissionKind | undefined },
): Promise<CommissionKey> {
  const sale = await findOne(tx, saleTable, 'merchant_id = ? AND outside_id = ?', [stage.merchantId, event.order]);
  return { saleId: sale?.id ?? '', payeeId: promoterId(stage, event.promoter), kind: event.kind ?? 'direct' };
}

function decide(
  stage: Stage,
  event: EventOf<'approve'> | EventOf<'reject'>,
  verdict: 'approve' | 'reject',
): Promise<unknown> {
  return line(stage, async (tx, hand, now) =>
    decideCommission(tx, hand, await keyOf(tx, stage, event), { verdict, reason: event.reason ?? null, by: null }, now),
  );
}

function payout(stage: Stage, event: EventOf<'payout'>): Promise<unknown> {
  return line(stage, async (tx, hand, now) => {
    const amount = readAsked(event.amount, stage);
    const asked = await askPayout(
      tx,
      hand,
      { outsideId: event.id, promoterId: promoterId(stage, event.promoter), amount, channel: 'manual' },
      now,
    );
    if (isRefusal(asked)) return asked;
    const [row] = await find(tx, payoutTable, 'merchant_id = ? AND id = ?', [stage.merchantId, asked.id]);
    if (row?.status !== 'requested') return asked;
    await movePayout(tx, hand, asked.id, { to: 'approved', by: null, reason: null }, now);
    return movePayout(tx, hand, asked.id, { to: 'sending', by: null, reason: null }, now);
  });
}

function payoutResult(stage: Stage, event: EventOf<'payout_result'>): Promise<unknown> {
  return line(stage, async (tx, hand, now) => {
    const row = await findOne(tx, payoutTable, 'merchant_id = ? AND outside_id = ?', [stage.merchantId, event.id]);
    return movePayout(tx, hand, row?.id ?? '', { to: event.result, by: null, reason: null }, now);
  });
}
