import { BEGINNING, type Instant, type Percent, type Rate } from '@fenrun/kernel';
import type {
  BonusMetric,
  BonusWindow,
  CampaignBonus,
  CodedHistory,
  CommissionLayer,
  History,
  Programme,
  Rule,
  RuleBook,
  SaleFacts,
} from '../model/index';

/** What a rate was for: a SKU, a category, a campaign, or everything else. */
export type RateKey =
  | { readonly of: 'sku' | 'category' | 'campaign'; readonly key: string }
  | { readonly of: 'default' };

/** Where an amount comes from, found again by the name that traces and commission lines carry. */
export type RateSource =
  | { readonly kind: 'rule'; readonly code: string; readonly rule: Rule }
  | {
      readonly kind: 'tier_bonus';
      readonly step: number;
      readonly threshold: number;
      readonly rate: Rate;
      readonly metric: BonusMetric;
      readonly window: BonusWindow;
    }
  | { readonly kind: 'programme'; readonly programme: string; readonly on: RateKey; readonly rate: Rate }
  | { readonly kind: 'self'; readonly on: RateKey; readonly rate: Rate }
  | {
      readonly kind: 'network';
      readonly level: number;
      readonly percent: Percent;
      readonly basis: 'sale' | 'commission';
    }
  | { readonly kind: 'bonus'; readonly campaign: string; readonly bonus: CampaignBonus }
  | { readonly kind: 'manual' };

/** The decision that named the source: which book, at which paid time, for whom. */
export interface SourceContext {
  readonly book: RuleBook;
  readonly bookVersion: number;
  readonly paidAt: Instant;
  readonly facts: Pick<SaleFacts, 'promoter'>;
}

/** Whether a rule had not begun at an instant: its own window had not, or it was added only later. */
export function isBeforeRule(
  { code, rule }: Extract<RateSource, { kind: 'rule' }>,
  book: RuleBook,
  at: Instant,
): boolean {
  const added = book.rules.find((one) => one.code === code)?.versions[0]?.holdsFrom ?? BEGINNING;
  return at < Math.max(added, rule.window.from ?? BEGINNING);
}

/** The line on which it stands. */
export interface SourceLine {
  readonly sku: string;
  readonly category: string | null;
}

/** The source that a reference names on a line; null if the book no longer tells. Reads the raw book: nothing is compiled. */
export function rateSource(
  ref: string,
  layer: CommissionLayer,
  line: SourceLine,
  context: SourceContext,
): RateSource | null {
  return FIND[layer](ref, line, context);
}

/** What a source pays as a rate; null where it is an amount set by hand or an N-th reward. */
export function rateOfSource(source: RateSource): Rate | null {
  if (source.kind === 'rule') return source.rule.rate;
  if (source.kind === 'network') return { kind: 'percent', percent: source.percent };
  if (source.kind === 'bonus') return { kind: 'fixed', amount: source.bonus.amount, per: 'order' };
  return source.kind === 'manual' ? null : source.rate;
}

type Find = (ref: string, line: SourceLine, context: SourceContext) => RateSource | null;

const findRule: Find = (ref, _line, context) => {
  const rule = lastAt(historyOf(context.book.rules, ref), context);
  return rule ? { kind: 'rule', code: ref, rule } : null;
};

const FIND: Readonly<Record<CommissionLayer, Find>> = {
  sales_match: findRule,
  individual: findRule,
  group: findRule,
  tier_bonus: (ref, _line, context) => {
    const step = Number(ref.split(':')[1]);
    // A step that was saved anew can run twice, on its old terms and its new ones: the higher threshold holds.
    const runs = context.facts.promoter?.bonuses.filter((one) => one.step === step) ?? [];
    const [bonus] = [...runs].sort((a, b) => b.threshold - a.threshold);
    if (!bonus) return null;
    const terms = lastAt(context.book.tierBonuses, context);
    const window = terms?.steps[step - 1]?.window ?? 'since_joining';
    return { kind: 'tier_bonus', ...bonus, metric: terms?.metric ?? 'sales', window };
  },
  default: (ref, line, context) => {
    const code = context.facts.promoter?.programme ?? '';
    const programme = lastAt(historyOf(context.book.programmes, code), context);
    const head = `programme:${code}`;
    if (!programme || !ref.startsWith(head)) return null;
    return programmeSource(code, programme, ref.slice(head.length + 1), line);
  },
  self: (ref, line, context) => {
    const rates = lastAt(context.book.settings, context)?.selfPurchase.rates;
    if (!rates) return null;
    const key = ref.slice('self:'.length);
    const found: readonly (readonly [RateKey, Rate | null | undefined])[] = [
      [{ of: 'sku', key }, key === line.sku ? rates.skus[key] : null],
      [{ of: 'category', key }, key === line.category ? rates.categories[key] : null],
      [{ of: 'campaign', key }, rates.campaigns[key]],
      [{ of: 'default' }, key === 'default' ? rates.default : null],
    ];
    const [on, rate] = found.find(([, given]) => given) ?? [];
    return on && rate ? { kind: 'self', on, rate } : null;
  },
  network: (ref, _line, context) => {
    const level = Number(ref.split(':')[1]);
    const network = lastAt(context.book.settings, context)?.network;
    const percent = network?.levels[level - 1];
    return network && percent !== undefined ? { kind: 'network', level, percent, basis: network.basis } : null;
  },
  bonus: (ref, _line, context) => {
    const campaign = ref.slice('bonus:'.length);
    const bonus = lastAt(historyOf(context.book.campaigns, campaign), context)?.bonus;
    return bonus ? { kind: 'bonus', campaign, bonus } : null;
  },
  manual: () => ({ kind: 'manual' }),
};

function programmeSource(code: string, programme: Programme, key: string, line: SourceLine): RateSource | null {
  const source = (on: RateKey, rate: Rate | null | undefined): RateSource | null =>
    rate ? { kind: 'programme', programme: code, on, rate } : null;
  if (key === '') return source({ of: 'default' }, programme.rate);
  return (
    (key === line.sku ? source({ of: 'sku', key }, programme.skus[key]) : null) ??
    source({ of: 'category', key }, programme.categories[key])
  );
}

/** Histories by code, made once for a list: a trace asks for thousands of rules. */
const byCode = new WeakMap<readonly CodedHistory<unknown>[], ReadonlyMap<string, History<unknown>>>();

function historyOf<T>(coded: readonly CodedHistory<T>[], code: string): History<T> {
  let histories = byCode.get(coded);
  if (!histories) {
    histories = new Map(coded.map((one) => [one.code, one.versions]));
    byCode.set(coded, histories);
  }
  return (histories.get(code) ?? []) as History<T>;
}

/** The last terms that the book knew and that held by the paid time; where none did, the first known ones. */
function lastAt<T>(history: History<T>, { bookVersion, paidAt }: SourceContext): T | null {
  let found: T | null = null;
  for (const { savedAs, holdsFrom, value } of history) {
    if (savedAs > bookVersion || value === null) continue;
    if (found === null || holdsFrom <= paidAt) found = value;
  }
  return found;
}
