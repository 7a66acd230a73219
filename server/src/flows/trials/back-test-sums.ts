import type { Decision } from '@fenrun/engine';
import type { Day } from '@fenrun/kernel';
import type { PastSale } from './past-sales';

/** What was earned and what would have been, in minor units; `sales` counts those that either touched. */
export interface OldAndNew {
  sales: number;
  old: number;
  fresh: number;
}

/** A back-test: the draft against what was decided, in all and by promoter, product and day of payment. */
export interface BackTest {
  readonly sales: number;
  /** Sales on which the two differ. */
  readonly changed: number;
  readonly total: OldAndNew;
  readonly byPromoter: ReadonlyMap<string, OldAndNew>;
  readonly bySku: ReadonlyMap<string, OldAndNew>;
  readonly byDay: ReadonlyMap<string, OldAndNew>;
  /** A sale in which each product was met first, to find its name by. */
  readonly firstSaleOf: ReadonlyMap<string, string>;
}

/** A back-test being added up. */
export class BackTestSums implements BackTest {
  sales = 0;
  changed = 0;
  readonly total: OldAndNew = zeros();
  readonly byPromoter = new Map<string, OldAndNew>();
  readonly bySku = new Map<string, OldAndNew>();
  readonly byDay = new Map<string, OldAndNew>();
  readonly firstSaleOf = new Map<string, string>();

  /** Adds one sale: what was decided against what would have been. Every-N-th rewards are left out, because they hang on approvals. */
  add(sale: PastSale, day: Day, decision: Decision): void {
    const payees: Pair[] = [];
    const lines = sale.lines.map(({ sku }) => pair(sku));
    for (const { payee, kind, lineNo, amount } of sale.parts) {
      if (kind === 'bonus' && sale.countsTowardNth) continue;
      pairOf(payees, payee).old += amount;
      const line = lines[lineNo];
      if (line) line.old += amount;
    }
    for (const { payee, amount, lines: parts } of decision.commissions) {
      pairOf(payees, payee).fresh += amount;
      for (let index = 0; index < parts.length; index += 1) {
        const line = lines[index];
        if (line) line.fresh += parts[index]?.amount ?? 0;
      }
    }
    this.addPayees(day, payees);
    this.addLines(sale.id, lines);
  }

  private addPayees(day: Day, payees: readonly Pair[]): void {
    let [old, fresh, isChanged] = [0, 0, false];
    for (const one of payees) {
      old += one.old;
      fresh += one.fresh;
      isChanged ||= one.old !== one.fresh;
      put(entry(this.byPromoter, one.key), one.old, one.fresh);
    }
    this.sales += 1;
    if (isChanged) this.changed += 1;
    put(this.total, old, fresh);
    put(entry(this.byDay, day), old, fresh);
  }

  /** A product that stands on several lines of a sale counts it once. */
  private addLines(saleId: string, lines: readonly Pair[]): void {
    for (let index = 0; index < lines.length; index += 1) {
      const { key, old, fresh } = lines[index] as Pair;
      const sum = entry(this.bySku, key);
      if (sum.sales === 0) this.firstSaleOf.set(key, saleId);
      put(sum, old, fresh);
      if (lines.findIndex((other) => other.key === key) < index) sum.sales -= 1;
    }
  }
}

interface Pair {
  readonly key: string;
  old: number;
  fresh: number;
}

function pair(key: string): Pair {
  return { key, old: 0, fresh: 0 };
}

/** Few are paid for one sale, so that looking through them is faster than a map. */
function pairOf(list: Pair[], key: string): Pair {
  for (const known of list) if (known.key === key) return known;
  const made = pair(key);
  list.push(made);
  return made;
}

function zeros(): OldAndNew {
  return { sales: 0, old: 0, fresh: 0 };
}

function entry(map: Map<string, OldAndNew>, key: string): OldAndNew {
  let found = map.get(key);
  if (!found) {
    found = zeros();
    map.set(key, found);
  }
  return found;
}

function put(to: OldAndNew, old: number, fresh: number): void {
  to.sales += 1;
  to.old += old;
  to.fresh += fresh;
}
