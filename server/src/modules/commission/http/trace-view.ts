import type { Out } from '@fenrun/contracts';
import {
  explain,
  type LossReason,
  type RateSource,
  rateOfSource,
  rateText,
  recallSale,
  ruleSentence,
  type SentenceContext,
  type StoredOrder,
  type Trace,
  type TraceCandidate,
  type TraceLine,
} from '@fenrun/engine';
import { type Money, minor } from '@fenrun/kernel';
import type { Database } from '../../../foundation/db';
import type { ProductRow } from '../../storefront';
import type { SettledSale, WholeCommission } from '../queries/gather-commissions';
import { imageOf } from './commission-row-view';
import { lossText, nothingText, winText } from './commission-words';
import { computationText } from './computation-text';
import { bookAsOf, type Reading, sentenceContext, sourceOf } from './reading';
import { toldCommission } from './told-commission';

type TraceView = Out<'commission.read'>['trace'];
type LineView = TraceView['lines'][number];
type CandidateView = LineView['candidates'][number];

/** A decision derived again, with the words for its rules. */
export interface Explained {
  readonly trace: Trace;
  /** Where each candidate of each line comes from, in the order of the trace. */
  readonly sources: readonly (readonly (RateSource | null)[])[];
  readonly sentences: SentenceContext;
}

/** Derives a decision again from what was kept, by the book that decided it. */
export async function explainSale(
  db: Database,
  commission: WholeCommission,
  asked: Reading,
  products: ReadonlyMap<string, ProductRow>,
): Promise<Explained> {
  const { whole, reading } = toldCommission(commission, asked);
  const { facts } = whole.settlement;
  const trace = explain(bookAsOf(reading, facts.bookVersion), recallSale(storedOrder(whole), facts), facts);
  return explainedBy(db, trace, whole, reading, products);
}

/** A reasoning that is at hand, with the words for its rules. */
export async function explainedBy(
  db: Database,
  trace: Trace,
  { sale, settlement }: Pick<WholeCommission, 'sale' | 'settlement'>,
  reading: Reading,
  products: ReadonlyMap<string, ProductRow>,
): Promise<Explained> {
  const sources = trace.lines.map(({ sku, candidates }, lineNo) =>
    candidates.map(({ rule, layer }) => sourceOf(reading, settlement, sale.paidAt, sku, { rule, layer, lineNo })),
  );
  const known = sources.flat().filter((source) => source !== null);
  return { trace, sources, sentences: await sentenceContext(db, reading, known, products) };
}

/** The order as the engine stored it. */
export function storedOrder({ sale, lines }: Pick<SettledSale, 'sale' | 'lines'>): StoredOrder {
  return {
    type: sale.type,
    sequence: sale.sequence,
    paidAt: sale.paidAt,
    discount: minor(sale.discount),
    shipping: minor(sale.shipping),
    coupons: sale.coupons,
    country: sale.country,
    subId: sale.subId,
    manualAmount: sale.manualCommission === null ? null : minor(sale.manualCommission),
    lines: lines.map(({ sku, quantity, price, discount, tax }) => ({
      sku,
      quantity,
      price: minor(price),
      discount: minor(discount),
      tax: minor(tax),
    })),
  };
}

/** How a commission came about, line by line. */
export function traceView(
  whole: WholeCommission,
  explained: Explained,
  reading: Reading,
  products: ReadonlyMap<string, ProductRow>,
  attribution: string,
): TraceView {
  const { settlement, sale } = whole;
  const { bookVersion } = settlement.facts;
  const held = reading.book.settings.filter(
    ({ savedAs, holdsFrom }) => savedAs <= bookVersion && holdsFrom <= sale.paidAt,
  );
  const { nothing } = explained.trace.decision;
  return {
    nothing: nothing === null ? null : nothingText(nothing, reading.lang),
    lines: explained.trace.lines.map((line, index) => lineView(whole, line, index, explained, reading, products)),
    orderDiscount: reading.money(sale.discount),
    attribution,
    versions: { rules: bookVersion, settings: Math.max(held.length, 1) },
  };
}

function lineView(
  whole: WholeCommission,
  line: TraceLine,
  index: number,
  explained: Explained,
  reading: Reading,
  products: ReadonlyMap<string, ProductRow>,
): LineView {
  const sold = whole.lines[index];
  const part = whole.parts[index];
  const cut = cutOn(whole, explained.trace, index);
  const candidates = candidatesOn(whole, line, index, explained, reading);
  const source = part ? sourceOf(reading, whole.settlement, whole.sale.paidAt, line.sku, part) : null;
  const amount = part?.amount ?? 0;
  const { currency, lang, money } = reading;
  const quantity = sold?.quantity ?? 0;
  const text = source
    ? computationText({ source, base: minor(part?.base ?? 0), quantity, amount: minor(amount + cut), currency, lang })
    : lang === 'zh'
      ? '没有规则适用，不计佣金'
      : 'No rule applied: nothing is earned';
  return {
    index,
    sku: line.sku,
    name: sold?.name ?? products.get(line.sku)?.name ?? null,
    image: imageOf(line.sku, products),
    quantity,
    breakdown: breakdownOf(line, sold?.price ?? 0, quantity, money),
    candidates,
    winner: candidates.find(({ won }) => won) ?? null,
    computation: text,
    amount: money(amount),
    cut: money(cut),
  };
}

function breakdownOf(
  { decided: { base } }: TraceLine,
  price: number,
  quantity: number,
  money: Reading['money'],
): LineView['breakdown'] {
  return {
    price: money(price),
    quantity,
    goods: money(base.gross),
    lineDiscount: money(-base.lineDiscount),
    orderDiscountShare: money(-base.orderDiscount),
    tax: money(base.tax),
    shippingShare: money(base.shipping),
    excluded: base.isExcluded,
    base: money(base.base),
  };
}

/** What the cap took of this commission on a line. */
export function cutOn({ row }: WholeCommission, { cuts }: Trace, index: number): Money {
  const own = cuts.filter(({ line, payee, layer }) => {
    const kind = layer === 'network' || layer === 'bonus' ? layer : 'direct';
    return line === index && payee === row.payeeId && kind === (row.kind === 'self' ? 'direct' : row.kind);
  });
  return minor(own.reduce((all, { before, after }) => all + before - after, 0));
}

/** The candidates of the five layers; what comes beside them (network, bonus, own purchase, a manual amount) stands alone and has won. */
function candidatesOn(
  whole: WholeCommission,
  line: TraceLine,
  index: number,
  explained: Explained,
  reading: Reading,
): CandidateView[] {
  const part = whole.parts[index];
  const sources = explained.sources[index] ?? [];
  const isDirect = whole.row.kind === 'direct';
  const views = isDirect
    ? line.candidates.map((candidate, place) =>
        candidateView(candidate, sources[place] ?? null, line.candidates, whole, explained.sentences, reading),
      )
    : [];
  if (views.some(({ won }) => won) || !part?.rule || !part.layer) return views;
  const source = sourceOf(reading, whole.settlement, whole.sale.paidAt, line.sku, part);
  const rate = source && rateOfSource(source);
  const alone: CandidateView = {
    layer: part.layer,
    rule: part.rule,
    sentence: source ? ruleSentence(source, explained.sentences) : part.rule,
    rate: rate ? rateText(rate, reading.currency, reading.lang) : '',
    won: true,
    reason: null,
    reasonText: null,
  };
  return [alone, ...views];
}

function candidateView(
  { rule, layer, rate, lost }: TraceCandidate,
  source: RateSource | null,
  all: readonly TraceCandidate[],
  whole: WholeCommission,
  sentences: SentenceContext,
  reading: Reading,
): CandidateView {
  return {
    layer,
    rule,
    sentence: source ? ruleSentence(source, sentences) : rule,
    rate: rateText(rate, reading.currency, reading.lang),
    won: lost === null,
    reason: lost,
    reasonText:
      lost === null ? winText(lossesBeside(layer, all), reading.lang) : lossText(lost, source, whole, reading),
  };
}

/** Why the others of a winner's layer lost, and what lost in a comparison of amounts. */
function lossesBeside(layer: TraceCandidate['layer'], all: readonly TraceCandidate[]): LossReason[] {
  return all.flatMap((other) =>
    other.lost && (other.layer === layer || other.lost === 'lower_amount') ? [other.lost] : [],
  );
}
