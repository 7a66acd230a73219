import type { CompiledRule } from '../book/compiled-rule';
import type { CheckedBook } from './checked-book';
import { isAlive } from './checked-book';
import { type Finding, finding } from './finding';
import { includes, meetingIndex, type Narrowing, narrowingOf, overlap } from './rule-sets';

/** Rules that others never let win, and rules of equal rank that can meet, so that only their codes decide. */
export function checkMeetings(checked: CheckedBook): Finding[] {
  const rules = checked.rules.filter((rule) => isAlive(rule, checked.around.now));
  const narrowings = new Map(rules.map((rule) => [rule, narrowingOf(rule)]));
  return [...unreachable(rules, narrowings, checked), ...overlapping(rules, narrowings)];
}

const narrowed = (narrowings: ReadonlyMap<CompiledRule, Narrowing>, rule: CompiledRule) =>
  narrowings.get(rule) as Narrowing;

/** A rule is unreachable if one that goes before it lets through everything that it lets through, for all of its window. */
function unreachable(
  rules: readonly CompiledRule[],
  narrowings: ReadonlyMap<CompiledRule, Narrowing>,
  checked: CheckedBook,
): Finding[] {
  const earlier = meetingIndex();
  return rules.flatMap((rule) => {
    const own = narrowed(narrowings, rule);
    const shadow = earlier
      .meeting(own)
      .find(
        (other) =>
          holdsThroughout(other, rule, checked.around.now) &&
          shadows(other, rule, checked) &&
          includes(narrowed(narrowings, other), own),
      );
    earlier.add(rule, own);
    return shadow ? [finding('rule-unreachable', 'rule', [rule.ref, shadow.ref])] : [];
  });
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
function overlapping(rules: readonly CompiledRule[], narrowings: ReadonlyMap<CompiledRule, Narrowing>): Finding[] {
  const peers = new Map<string, ReturnType<typeof meetingIndex>>();
  return rules.flatMap((rule) => {
    const own = narrowed(narrowings, rule);
    const rank = [rule.layer, rule.rule.priority, rule.conditionCount, rule.from, ...own.lists.keys()].join('\u0000');
    const index = peers.get(rank) ?? meetingIndex();
    peers.set(rank, index);
    const met = index
      .meeting(own)
      .filter(
        (other) =>
          other.from < rule.to &&
          rule.from < other.to &&
          !isSameRate(other, rule) &&
          overlap(narrowed(narrowings, other), own),
      );
    index.add(rule, own);
    return met.map((other) => finding('rules-overlap', 'rule', [other.ref, rule.ref]));
  });
}

function isSameRate(a: CompiledRule, b: CompiledRule): boolean {
  return JSON.stringify(a.rate) === JSON.stringify(b.rate);
}
