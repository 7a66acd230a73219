import type { BookInForce, CompiledBook, RuleBook } from '@fenrun/engine';
import { inForce } from '@fenrun/engine';
import { type Instant, invariant, type Zone } from '@fenrun/kernel';
import type { Claim, ClaimFacts } from '../../modules/attribution';
import type { BonusRunRow, CountedSaleRow, CounterRow } from '../../modules/climbing';
import type {
  AdjustmentRow,
  CommissionLineRow,
  CommissionRow,
  SettlementRow,
  TimelineRow,
} from '../../modules/commission';
import type { Transfer } from '../../modules/ledger';
import type { PromoterChangeRow, PromoterRow } from '../../modules/promoters';
import type { CustomerRow, ReceiptRow, RefundRow, SaleLineRow, SaleRow } from '../../modules/sales';

/** A promoter in hand: as he is, as he was, and what his counters say. */
export interface PromoterInHand {
  readonly row: PromoterRow;
  /** All changes, oldest first; null when nothing of the batch looks behind his last change. */
  readonly changes: PromoterChangeRow[];
  readonly runs: BonusRunRow[];
  counter: CounterRow | null;
  /** Whether its counters were read; from then on they live in hand. */
  isTallied: boolean;
  /** Counted direct sales by sale id, for the metrics of tier bonuses; null when no metric asks. */
  counted: Map<string, CountedSaleRow> | null;
  /** Counted orders by customer; only the customers of this batch. */
  readonly customers: Map<string, number>;
  /** Direct approvals by campaign; only the campaigns of this batch. */
  readonly campaigns: Map<string, number>;
}

/** A commission in hand. `lines` are there where a refund or an N-th reward may ask for them. */
export interface CommissionInHand {
  readonly row: CommissionRow;
  readonly lines: CommissionLineRow[];
  readonly isNew: boolean;
}

/** A sale in hand, with its settlement once it has one. */
export interface SaleInHand {
  readonly row: SaleRow;
  readonly lines: SaleLineRow[];
  settlement: SettlementRow | null;
  readonly commissions: CommissionInHand[];
  /** Whether its buyer's counted orders were read. */
  isTallied: boolean;
}

/** What a batch wrote, to be saved at its end with one multi-row statement each. */
export interface Written {
  readonly promoters: Set<PromoterInHand>;
  readonly changes: PromoterChangeRow[];
  readonly runs: Set<BonusRunRow>;
  readonly counters: Set<CounterRow>;
  readonly counted: Map<string, { row: CountedSaleRow; isGone: boolean }>;
  readonly customerCounts: Map<string, { promoterId: string; customerId: string; orders: number }>;
  readonly campaignCounts: Map<string, { promoterId: string; campaign: string; approvals: number }>;
  readonly settlements: Set<SettlementRow>;
  readonly commissions: Set<CommissionInHand>;
  /** Lines of known commissions that were decided again. */
  readonly recalculatedLines: CommissionLineRow[];
  readonly adjustments: AdjustmentRow[];
  readonly transfers: Transfer[];
  readonly sales: Set<SaleRow>;
  readonly customers: Set<CustomerRow>;
  readonly refunds: Set<RefundRow>;
  readonly facts: TimelineFact[];
}

/** Something that happened on the timeline, told to whoever listens after the commit. */
export interface TimelineFact {
  readonly topic: string;
  readonly promoterId: string | null;
  readonly subjectId: string;
  readonly at: Instant;
  /** Why a person did it, where its promoter is told so. */
  readonly reason?: string;
}

/** Everything of one merchant that a batch works on, in memory. Nothing else is read while it is worked. */
export interface Hand {
  readonly merchantId: string;
  readonly book: RuleBook;
  readonly compiled: CompiledBook;
  readonly zone: Zone;
  readonly timeline: TimelineRow;
  readonly promoters: Map<string, PromoterInHand>;
  readonly sales: Map<string, SaleInHand>;
  readonly customers: Map<string, CustomerRow>;
  readonly claims: ClaimFacts;
  /** Refunds and receipts that wait, by the sale's outside id; and all refunds of the batch by id. */
  readonly waitingRefunds: Map<string, RefundRow[]>;
  readonly refunds: Map<string, RefundRow>;
  readonly receipts: Map<string, ReceiptRow>;
  readonly written: Written;
  /** Instants for new ids: the present of the clock, which may be later than the instant that is worked. */
  readonly present: Instant;
}

export function emptyWritten(): Written {
  return {
    promoters: new Set(),
    changes: [],
    runs: new Set(),
    counters: new Set(),
    counted: new Map(),
    customerCounts: new Map(),
    campaignCounts: new Map(),
    settlements: new Set(),
    commissions: new Set(),
    recalculatedLines: [],
    adjustments: [],
    transfers: [],
    sales: new Set(),
    customers: new Set(),
    refunds: new Set(),
    facts: [],
  };
}

/** The promoter; that he is in hand is an invariant of loading. */
export function promoterOf(hand: Hand, id: string): PromoterInHand {
  const found = hand.promoters.get(id);
  invariant(found, `promoter ${id} is not in hand`);
  return found;
}

export function saleOf(hand: Hand, id: string): SaleInHand {
  const found = hand.sales.get(id);
  invariant(found, `sale ${id} is not in hand`);
  return found;
}

/** What the rule book says holds at an instant. */
export function heldAt(hand: Hand, at: Instant): BookInForce {
  return inForce(hand.compiled, at);
}

export type { Claim };
