import { BEGINNING, type Instant, type Money, type Zone, zone } from '@fenrun/kernel';
import {
  type BonusRun,
  type CommissionKind,
  type CommissionLine,
  type CommissionStatus,
  type CompiledBook,
  compileBook,
  type DecidedBy,
  type Decision,
  inForce,
  type LadderState,
  ladderState,
  NO_REFUNDS,
  type RefundTotals,
  type RuleBook,
  type Sale,
  type SaleFacts,
} from '../../src/index';
import { bookFrom, type Reading, readingOf } from './book-from';
import type { EventJson, ScenarioJson } from './scenario-file';

/** Something that changes in time: each value from its instant on; the last that holds counts. */
export type Past<T> = { at: Instant; value: T }[];

export function asOf<T>(past: Past<T>, at: Instant): T {
  let found = past[0]?.value as T;
  for (const entry of past) if (entry.at <= at) found = entry.value;
  return found;
}

export interface PromoterState {
  id: string;
  joinedAt: Instant | null;
  inviter: string | null;
  customer: string | null;
  status: Past<string>;
  programme: Past<string>;
  group: Past<string | null>;
  isPinned: boolean;
  isGroupPinned: boolean;
  runs: BonusRun[];
  nth: Map<string, number>;
  paidOut: number;
  inPayout: number;
}

export interface CommissionState {
  order: OrderState;
  payee: string;
  kind: CommissionKind;
  amount: Money;
  net: Money;
  lines: readonly CommissionLine[];
  status: CommissionStatus;
  decidedBy: DecidedBy;
  approvedAt: Instant | null;
  /** Place in the order of approvals. */
  approval: number;
  countsRebate: boolean;
}

export interface OrderState {
  id: string;
  event: EventJson;
  sale: Sale;
  facts: SaleFacts;
  /** The rule book by which it was decided; later ones know other rules. */
  decidedBy: CompiledBook;
  decision: Decision;
  customer: string | null;
  basesAtSale: Money[];
  remaining: Money[];
  refunds: RefundTotals;
  receivedAt: Instant | null;
  /** All inviters at paid time, any depth. */
  uplines: string[];
  commissions: CommissionState[];
}

export interface Touch {
  at: Instant;
  customer: string;
  promoter: string;
  campaign: string | null;
}

export interface Binding {
  customer: string;
  promoter: string;
  from: Instant;
  to: Instant;
}

/** A merchant's whole world in memory, recounted from scratch whenever a figure is needed: slow, and plain to see. */
export interface World {
  file: ScenarioJson;
  reading: Reading;
  zone: Zone;
  now: Instant;
  book: RuleBook;
  compiled: CompiledBook;
  categories: Map<string, string>;
  promoters: Map<string, PromoterState>;
  orders: Map<string, OrderState>;
  commissions: CommissionState[];
  touches: Touch[];
  bindings: Binding[];
  waitingRefunds: { order: string; event: EventJson }[];
  waitingReceipts: Map<string, Instant>;
  refundIds: Set<string>;
  payouts: Map<string, { promoter: string; amount: Money; result: string | null }>;
  lastReset: Instant;
  approvals: number;
  firstOfMonthDone: Instant;
}

export function createWorld(file: ScenarioJson): World {
  const reading = readingOf(file);
  const book = bookFrom(file, reading);
  const start = reading.instant(file.events[0]?.at ?? '2024-01-01T00:00:00Z');
  const world: World = {
    file,
    reading,
    zone: zone(file.merchant?.timezone ?? 'Asia/Shanghai'),
    now: start,
    book,
    compiled: compileBook(book),
    categories: new Map((file.products ?? []).flatMap(({ sku, category }) => (category ? [[sku, category]] : []))),
    promoters: new Map(),
    orders: new Map(),
    commissions: [],
    touches: [],
    bindings: [],
    waitingRefunds: [],
    waitingReceipts: new Map(),
    refundIds: new Set(),
    payouts: new Map(),
    lastReset: BEGINNING,
    approvals: 0,
    firstOfMonthDone: start,
  };
  for (const json of file.promoters ?? []) {
    world.promoters.set(json.id, {
      id: json.id,
      joinedAt: reading.edge(json.joined),
      inviter: json.inviter ?? null,
      customer: json.customer ?? null,
      status: [{ at: BEGINNING, value: json.status ?? 'active' }],
      programme: [{ at: BEGINNING, value: json.programme ?? defaultProgramme(world) }],
      group: [{ at: BEGINNING, value: json.group ?? null }],
      isPinned: false,
      isGroupPinned: false,
      runs: [],
      nth: new Map(),
      paidOut: 0,
      inPayout: 0,
    });
  }
  return world;
}

export { NO_REFUNDS };

export function saveBook(world: World, change: (book: RuleBook, version: number) => RuleBook): void {
  const version = world.book.version + 1;
  world.book = { ...change(world.book, version), version };
  world.compiled = compileBook(world.book);
}

export function promoterOf(world: World, id: string | null | undefined): PromoterState {
  const found = world.promoters.get(id ?? '');
  if (!found) throw new RangeError(`unknown promoter ${id}`);
  return found;
}

export function isActiveAt(promoter: PromoterState, at: Instant): boolean {
  return (promoter.joinedAt === null || promoter.joinedAt <= at) && asOf(promoter.status, at) === 'active';
}

export function isProgrammeActive(world: World, code: string): boolean {
  return inForce(world.compiled, world.now).programmes.get(code)?.programme.isActive ?? false;
}

export function defaultProgramme(world: World): string {
  const found = world.book.programmes.find(({ versions }) => versions.at(-1)?.value?.isDefault);
  if (!found) throw new RangeError('no default programme');
  return found.code;
}

export function ladderNow(world: World): LadderState {
  const { ladder } = inForce(world.compiled, world.now);
  return ladderState(ladder, (code) => isProgrammeActive(world, code), defaultProgramme(world));
}

/** The inviters of a promoter, nearest first. */
export function chainOf(world: World, promoter: PromoterState): PromoterState[] {
  const chain: PromoterState[] = [];
  for (let at = promoter.inviter; at !== null; at = promoterOf(world, at).inviter) chain.push(promoterOf(world, at));
  return chain;
}
