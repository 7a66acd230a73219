import { type CompiledBook, compileBook, explain, levelOf, recallSale, type Sale } from '@fenrun/engine';
import { formatMoney, type Money, minor } from '@fenrun/kernel';
import { ladderAt } from '../flows/timeline/climb';
import type { Hand } from '../flows/timeline/hand';
import { onTimeline } from '../flows/timeline/on-timeline';
import { find } from '../foundation/db';
import { type CounterRow, counterTable } from '../modules/climbing';
import {
  type CommissionLineRow,
  type CommissionRow,
  commissionLineTable,
  commissionTable,
  settlementTable,
} from '../modules/commission';
import { balancesOf, verifyLedger } from '../modules/ledger';
import { payoutTable } from '../modules/payout';
import { type PromoterRow, promoterTable } from '../modules/promoters';
import { type SaleLineRow, type SaleRow, saleLineTable, saleTable } from '../modules/sales';
import type { Stage } from './stage';

/** What came of a scenario: the same shape as `expect`, complete. */
export interface Actual {
  commissions: Record<string, unknown>[];
  balances: Record<string, Record<string, string>>;
  promoters: Record<string, Record<string, unknown>>;
  metrics: Record<string, Record<string, string | number>>;
  attribution: Record<string, { promoter: string | null; by: string }>;
  losers: Record<string, Record<string, string>>;
  ledger: string;
}

interface Found {
  readonly promoters: PromoterRow[];
  readonly sales: SaleRow[];
  readonly lines: Map<string, SaleLineRow[]>;
  readonly commissions: CommissionRow[];
  readonly commissionLines: Map<string, CommissionLineRow[]>;
  readonly counters: Map<string, CounterRow>;
}

/** Reads back everything that a scenario can name. */
export async function readActual(stage: Stage): Promise<Actual> {
  const found = await readAll(stage);
  const { currency } = stage.reading;
  const text = (amount: number) => formatMoney(minor(amount), currency);
  const codes = new Map(found.promoters.map((row) => [row.id, row.code]));
  let hand: Hand | undefined;
  await onTimeline(stage.lines, stage.merchantId, async (_tx, opened) => {
    hand = opened;
    return {};
  });
  const ledger = await verifyLedger(stage.db.read);
  return {
    commissions: commissionsOf(found, codes, text),
    balances: await balances(stage, found, text),
    promoters: promoters(found, hand as Hand),
    metrics: Object.fromEntries(
      found.promoters.map((row) => [
        row.code,
        metricsOf(found.counters.get(row.id), (hand as Hand).timeline.cycleAt, text),
      ]),
    ),
    attribution: await attribution(stage, found, codes),
    losers: await losers(stage, found, (hand as Hand).book),
    ledger: ledger.balanced ? 'balanced' : `unbalanced: ${JSON.stringify(ledger.differences)}`,
  };
}

async function readAll({ db, merchantId }: Stage): Promise<Found> {
  const of = [merchantId];
  const where = 'merchant_id = ?';
  const group = <T>(rows: T[], key: (row: T) => string) => {
    const groups = new Map<string, T[]>();
    for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
    return groups;
  };
  return {
    promoters: await find(db.read, promoterTable, where, of, 'ORDER BY id'),
    sales: await find(db.read, saleTable, where, of, 'ORDER BY id'),
    lines: group(await find(db.read, saleLineTable, where, of, 'ORDER BY line_no'), (row) => row.saleId),
    commissions: await find(db.read, commissionTable, where, of, 'ORDER BY id'),
    commissionLines: group(
      await find(db.read, commissionLineTable, where, of, 'ORDER BY line_no'),
      (row) => row.commissionId,
    ),
    counters: new Map((await find(db.read, counterTable, where, of)).map((row) => [row.promoterId, row])),
  };
}

function commissionsOf(
  found: Found,
  codes: ReadonlyMap<string, string>,
  text: (amount: number) => string,
): Record<string, unknown>[] {
  const orders = new Map(found.sales.map((row) => [row.id, row.outsideId]));
  return found.commissions.map((row) => ({
    order: orders.get(row.saleId),
    promoter: codes.get(row.payeeId),
    kind: row.kind,
    amount: text(row.amount),
    net: text(row.net),
    status: row.status,
    lines: (found.commissionLines.get(row.id) ?? []).map((line) => ({
      sku: found.lines.get(row.saleId)?.[line.lineNo]?.sku,
      base: text(line.base),
      rule: line.rule,
      layer: line.layer,
      amount: text(line.amount),
    })),
  }));
}

async function balances({ db, merchantId }: Stage, { promoters }: Found, text: (amount: number) => string) {
  const kept = await balancesOf(
    db.read,
    merchantId,
    promoters.map((row) => row.id),
  );
  const paid = new Map<string, number>();
  for (const row of await find(db.read, payoutTable, "merchant_id = ? AND status = 'paid'", [merchantId])) {
    paid.set(row.promoterId, (paid.get(row.promoterId) ?? 0) + row.amount);
  }
  return Object.fromEntries(
    promoters.map(({ id, code }) => {
      const { pending, payable, inPayout } = kept.get(id) ?? { pending: 0, payable: 0, inPayout: 0 };
      return [
        code,
        {
          pending: text(pending),
          available: text(Math.max(payable, 0)),
          inPayout: text(inPayout),
          paid: text(paid.get(id) ?? 0),
          debt: text(Math.max(-payable, 0)),
        },
      ];
    }),
  );
}

function promoters({ promoters }: Found, hand: Hand) {
  const { state } = ladderAt(hand, hand.timeline.at);
  return Object.fromEntries(
    promoters.map((row) => [
      row.code,
      {
        programme: row.programme,
        level: levelOf(state.levels, row.programme),
        group: row.groupCode,
        pinnedGroup: row.isGroupPinned,
        pinnedProgramme: row.isProgrammePinned,
        status: row.status,
      },
    ]),
  );
}

function metricsOf(
  counter: CounterRow | undefined,
  cycleAt: number,
  text: (amount: number) => string,
): Record<string, string | number> {
  const isCurrent = counter !== undefined && counter.cycleAt >= cycleAt;
  const since = (value: number | undefined) => (isCurrent ? (value ?? 0) : 0);
  return {
    referral_order_value: text(since(counter?.referralValue)),
    referral_order_count: since(counter?.referralCount),
    earned_commission: text(since(counter?.earned)),
    downline_sales: text(since(counter?.downline)),
    personal_volume: text(since(counter?.personal)),
    lifetime_referral_order_value: text(counter?.lifetimeReferralValue ?? 0),
    lifetime_referral_order_count: counter?.lifetimeReferralCount ?? 0,
    lifetime_earned_commission: text(counter?.lifetimeEarned ?? 0),
    lifetime_downline_sales: text(counter?.lifetimeDownline ?? 0),
    lifetime_personal_volume: text(counter?.lifetimePersonal ?? 0),
    orders: counter?.orders ?? 0,
    revenue: text(counter?.revenue ?? 0),
    customers: counter?.customers ?? 0,
  };
}

async function attribution({ db, merchantId }: Stage, { sales }: Found, codes: ReadonlyMap<string, string>) {
  const settlements = await find(db.read, settlementTable, 'merchant_id = ?', [merchantId]);
  const bySale = new Map(settlements.map((row) => [row.saleId, row]));
  return Object.fromEntries(
    sales.map((sale) => {
      const settlement = bySale.get(sale.id);
      return [
        sale.outsideId,
        { promoter: codes.get(settlement?.promoterId ?? '') ?? null, by: settlement?.attributedBy ?? 'none' },
      ];
    }),
  );
}

/** Every losing candidate of every line, derived again from what was kept. */
async function losers({ db, merchantId }: Stage, { sales, lines }: Found, book: Hand['book']) {
  const settlements = await find(db.read, settlementTable, 'merchant_id = ?', [merchantId]);
  const bySale = new Map(settlements.map((row) => [row.saleId, row]));
  const compiled = new Map<number, CompiledBook>();
  const lost: Record<string, Record<string, string>> = {};
  for (const sale of sales) {
    const settlement = bySale.get(sale.id);
    if (!settlement) continue;
    const version = settlement.facts.bookVersion;
    const as = compiled.get(version) ?? compileBook(book, version);
    compiled.set(version, as);
    const trace = explain(as, recallSale(toSale(sale, lines.get(sale.id) ?? []), settlement.facts), settlement.facts);
    for (const line of trace.lines) {
      const entries = line.candidates.flatMap((candidate) =>
        candidate.lost ? [[candidate.rule, candidate.lost]] : [],
      );
      lost[`${sale.outsideId}/${line.sku}`] = Object.fromEntries(entries);
    }
  }
  return lost;
}

function toSale(row: SaleRow, lines: readonly SaleLineRow[]): Sale {
  return {
    type: row.type,
    sequence: row.sequence,
    paidAt: row.paidAt,
    discount: minor(row.discount),
    shipping: minor(row.shipping),
    coupons: row.coupons,
    country: row.country,
    subId: row.subId,
    campaign: null,
    newness: 'none',
    manualAmount: row.manualCommission === null ? null : minor(row.manualCommission),
    lines: lines.map((line) => ({
      sku: line.sku,
      category: line.category,
      quantity: line.quantity,
      price: line.price as Money,
      discount: line.discount as Money,
      tax: line.tax as Money,
    })),
  };
}
