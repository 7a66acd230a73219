import type { Out } from '@fenrun/contracts';
import { type Rule, type RuleLayer, rateText, ruleSentence } from '@fenrun/engine';
import { DAY_MS } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import type { Reading } from '../../modules/commission';
import { actorNames } from '../../modules/identity';
import { planVersions } from '../../modules/plans';
import { ruleWords } from './rule-words';
import { sinceOf, whoSaved } from './saved-words';

type Detail = Out<'rules.read'>;

/** All versions of a rule, the last first. The one that ended it says what was ended. */
export async function ruleVersions(call: Call, reading: Reading, code: string): Promise<Detail['versions']> {
  const { db, merchantId, lang } = call;
  const entries = await planVersions(db.read, merchantId, 'rule', code);
  const docs = entries.map(({ doc }) => doc as Rule | null);
  const rules = docs.filter((rule) => rule !== null);
  const { sentences } = await ruleWords(db, reading, rules, 'spelled');
  const names = await actorNames(
    db.read,
    merchantId,
    entries.map(({ savedBy }) => savedBy),
  );
  let rule = rules[0];
  const versions = entries.flatMap(({ savedBy, holdsFrom, note }, index) => {
    rule = docs[index] ?? rule;
    if (!rule) return [];
    return {
      version: index + 1,
      since: sinceOf(holdsFrom),
      savedBy: whoSaved(savedBy, names, lang),
      sentence: ruleSentence({ kind: 'rule', code, rule }, sentences),
      rateText: rateText(rule.rate, reading.currency, lang),
      priority: rule.priority,
      note: note ?? '',
      ended: docs[index] === null,
    };
  });
  return versions.reverse();
}

/** What “recent” means for what a rule paid. */
const RECENT_MS = 30 * DAY_MS;

/** What a rule won on sales paid in the last 30 days, in minor units. Only direct commissions of these days are looked at. */
export async function wonBy(
  { db, merchantId, now }: Call,
  code: string,
  layer: RuleLayer,
): Promise<{ lines: number; orders: number; base: number; amount: number }> {
  const sql = `SELECT COUNT(*) AS line_count, COUNT(DISTINCT c.sale_id) AS order_count, SUM(l.base) AS base, SUM(l.amount) AS amount
    FROM commission c JOIN commission_line l ON l.merchant_id = c.merchant_id AND l.commission_id = c.id
    WHERE c.merchant_id = ? AND c.paid_at >= ? AND c.kind = 'direct' AND l.rule = ? AND l.layer = ?`;
  const [row] = await db.read.rows<Record<string, number | string | null>>(sql, [
    merchantId,
    now - RECENT_MS,
    code,
    layer,
  ]);
  const figure = (name: string) => Number(row?.[name] ?? 0);
  return { lines: figure('line_count'), orders: figure('order_count'), base: figure('base'), amount: figure('amount') };
}
