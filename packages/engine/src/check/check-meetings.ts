import type { CompiledRule } from '../book/compiled-rule';
import type { CheckedBook } from './checked-book';
import { isAlive } from './checked-book';
import { type Finding, finding } from './finding';
import { includes, meetingIndex, type Narrowing, narrowingOf, overlap, valueCounts } from './rule-sets';

/** So many rules of each kind of trouble are told; nobody reads more, and thousands of them would take their time. */
const TOLD_AT_MOST = 200;

/** Rules that others never let win, and rules of equal rank that can meet, so that only their codes decide. */
export function checkMeetings(checked: CheckedBook): Finding[] {
  const rules = checked.rules.filter((rule) => isAlive(rule, checked.around.now));
  const narrowings = new Map(rules.map((rule) => [rule, narrowingOf(rule)]));
  const counts = valueCounts(narrowings.values());
  return [...unreachable(rules, narrowings, counts, checked), ...overlapping(rules, narrowings, counts)];
}

type Narrowings = ReadonlyMap<CompiledRule, Narrowing>;
type Counts = ReturnType<typeof valueCounts>;

const narrowed = (narrowings: Narrowings, rule: CompiledRule) => narrowings.get(rule) as Narrowing;

/** A rule is unreachable if one that goes before it lets through everything that it lets through, for all of its window. */
function unreachable(
  rules: readonly CompiledRule[],
  narrowings: Narrowings,
  counts: Counts,
  checked: CheckedBook,
): Finding[] {
  const earlier = meetingIndex(counts);
  const found: Finding[] = [];
  for (const rule of rules) {
    const own = narrowed(narrowings, rule);
    const shadow = first(
      earlier.meeting(own),
      (other) =>
        holdsThroughout(other, rule, checked.around.now) &&
        shadows(other, rule, checked) &&
        includes(narrowed(narrowings, other), own),
    );
    // What is never reached lets nothing else be reached either, so that it need not be compared with.
    if (shadow) found.push(finding('rule-unreachable', 'rule', [rule.ref, shadow.ref]));
    else earlier.add(rule, own);
    if (found.length >= TOLD_AT_MOST) break;
  }
  return found;
}

function first(rules: Iterable<CompiledRule>, test: (rule: CompiledRule) => boolean): CompiledRule | undefined {
  for (const rule of rules) if (test(rule)) return rule;
  return undefined;
}

function holdsThroughout(outer: CompiledRule, inner: CompiledRule, now: number): boolean {
  return outer.from <= Math.max(inner.from, now) && inner.to <= outer.to;
}

/** Whether the lines that `rule` takes are among those that `other` takes when both match: one for single lines does not shadow one for whole orders. */
function shadows(other: CompiledRule, rule: CompiledRule, checked: CheckedBook): boolean {
  const takesLines = (one: CompiledRule) => one.lineTests.length > 0 && scopeOf(one, checked) === 'matched_lines';
  return !takesLines(other) || takesLines(rule);
}

function scopeOf({ scope, rule }: CompiledRule, { held }: CheckedBook): 'order' | 'matched_lines' {
  if (scope) return scope;
  return held.campaigns.get(rule.when.campaign ?? '')?.listsProducts ? 'matched_lines' : 'order';
}

/** Two rules of one layer, priority, number and kinds of conditions and age, with different rates, that one sale can meet. */
function overlapping(rules: readonly CompiledRule[], narrowings: Narrowings, counts: Counts): Finding[] {
  const peers = new Map<string, ReturnType<typeof meetingIndex>>();
  const found: Finding[] = [];
  for (const rule of rules) {
    const own = narrowed(narrowings, rule);
    const rank = [rule.layer, rule.rule.priority, rule.conditionCount, rule.from, ...own.lists.keys()].join('\u0000');
    const index = peers.get(rank) ?? meetingIndex(counts);
    peers.set(rank, index);
    for (const other of index.meeting(own)) {
      const isTogether = other.from < rule.to && rule.from < other.to;
      if (!isTogether || isSameRate(other, rule) || !overlap(narrowed(narrowings, other), own)) continue;
      found.push(finding('rules-overlap', 'rule', [other.ref, rule.ref]));
      if (found.length >= TOLD_AT_MOST) return found;
    }
    index.add(rule, own);
  }
  return found;
}

function isSameRate(a: CompiledRule, b: CompiledRule): boolean {
  return JSON.stringify(a.rate) === JSON.stringify(b.rate);
}
