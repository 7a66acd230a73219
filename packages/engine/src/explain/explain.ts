import type { CompiledBook } from '../book/compile-book';
import type { CompiledRule, Contender } from '../book/compiled-rule';
import { inForce } from '../book/in-force';
import type { OrderContext } from '../book/order-context';
import { reason } from '../decide/decide';
import { reaches, stands } from '../decide/match-rules';
import { orderContextOf } from '../decide/order-context-of';
import type { LineResult } from '../decide/reasoning';
import type { LossReason, Sale, SaleFacts, SaleLine, Trace, TraceCandidate } from '../model/index';
import { type LineVerdict, lossOf, mismatchOf } from './candidate-loss';

/**
 * The whole reasoning of a decision: every candidate on every line and why each other lost. It scans all rules of the book, so
 * it is for looking at one decision, again whenever somebody asks: nothing of it needs to be stored. Source: domain.md, section 3.
 */
export function explain(book: CompiledBook, sale: Sale, facts: SaleFacts): Trace {
  const { decision, result, payment } = reason(book, sale, facts);
  const order = facts.promoter && result ? orderContextOf(inForce(book, sale.paidAt), sale, facts.promoter) : null;
  const reaching = order ? book.rules.filter((rule) => stands(rule, order) && reaches(rule, order)) : [];
  return {
    decision,
    lines: decision.lines.map((decided, index) => {
      const { sku } = sale.lines[index] as SaleLine;
      const candidates = order && result?.kind === 'direct' ? candidatesOn(index, reaching, order, result) : [];
      return { sku, decided, candidates };
    }),
    comparison: result?.comparison ?? null,
    cuts: payment?.cuts ?? [],
  };
}

function candidatesOn(
  index: number,
  reaching: readonly CompiledRule[],
  order: OrderContext,
  result: LineResult,
): TraceCandidate[] {
  const line = order.sale.lines[index] as SaleLine;
  const judged = reaching.map((rule) => ({ rule, mismatch: mismatchOf(rule, order, line) }));
  const bonuses = result.matches.bonuses;
  const rates = result.matches.rates[index] ?? [];
  const matching = [...judged.flatMap(({ rule, mismatch }) => (mismatch ? [] : rule)), ...bonuses, ...rates];
  const verdict = verdictOn(matching, result);
  const isBest = (candidate: Contender) => matching.find(({ layer }) => layer === candidate.layer) === candidate;
  const told = (candidate: Contender, lost: LossReason | null): TraceCandidate => ({
    rule: candidate.ref,
    layer: candidate.layer,
    rate: candidate.rate,
    lost,
  });
  return [
    ...judged.map(({ rule, mismatch }) => told(rule, mismatch ?? lossOf(rule, verdict, isBest(rule)))),
    ...[...bonuses, ...rates].map((candidate) => told(candidate, lossOf(candidate, verdict, isBest(candidate)))),
  ];
}

/** Who won the line, found from the complete list of what matched, by layer and rank. */
function verdictOn(matching: readonly Contender[], { comparison, winners }: LineResult): LineVerdict {
  const first = matching[0] ?? null;
  if (winners.some((winner) => winner?.layer === 'manual'))
    return { winner: null, groupWinner: null, comparison: null };
  const groupWinner = first?.layer === 'group' ? (first as CompiledRule) : null;
  const bonus = matching.find(({ layer }) => layer === 'tier_bonus') ?? null;
  const bonusWins = groupWinner && comparison?.winner === 'tier_bonus';
  return { winner: bonusWins ? bonus : first, groupWinner, comparison };
}
