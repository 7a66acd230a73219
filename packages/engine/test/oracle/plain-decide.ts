import type { Campaign, History, Rule, RuleBook, Sale, SaleFacts, SaleLine } from '../../src/index';

/**
 * The law of domain.md sections 2 and 3, written down a second time as plainly as possible: no index, no compiled rules, exact fractions.
 * It shares nothing with the engine but the types of the model, so that a slip in one of the two shows.
 */
export interface PlainDecision {
  nothing: boolean;
  /** Per line: base, rule, direct amount after the cap. */
  lines: { base: bigint; rule: string | null; layer: string | null; amount: bigint }[];
  /** `payee/kind` → total. */
  paid: Record<string, bigint>;
  /** Per line: candidate → why it lost, `null` for the winner. */
  losers: Record<string, string | null>[];
}

interface Candidate {
  ref: string;
  layer: string;
  rate: { percent?: bigint; fixed?: bigint; per?: string };
  rule?: Rule;
  from: number;
  order: number;
}

const LAYERS = ['sales_match', 'individual', 'group', 'tier_bonus', 'default'];
const MIN = -8.64e15;
const MAX = 8.64e15;

const last = <T>(history: History<T>, at: number): T | null =>
  [...history].reverse().find((version) => version.holdsFrom <= at)?.value ?? null;

const halfUp = (value: bigint, numerator: bigint, denominator: bigint): bigint =>
  (2n * value * numerator + denominator) / (2n * denominator);

/** Largest remainder: everybody gets the floor, what is left goes to the largest remainders, earlier first. */
function split(amount: bigint, weights: bigint[]): bigint[] {
  const total = weights.reduce((a, b) => a + b, 0n);
  if (total === 0n) return weights.map((_, index) => (index === 0 ? amount : 0n));
  const shares = weights.map((weight) => (amount * weight) / total);
  const order = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1));
  let left = amount - shares.reduce((a, b) => a + b, 0n);
  for (const { index } of order) {
    if (left === 0n) break;
    shares[index] = (shares[index] as bigint) + 1n;
    left -= 1n;
  }
  return shares;
}

const codePoints = (text: string) => [...text].map((character) => character.codePointAt(0) as number);

function compareIds(a: string, b: string): number {
  const left = codePoints(a);
  const right = codePoints(b);
  for (let index = 0; index < Math.max(left.length, right.length); index += 1) {
    const x = left[index] ?? -1;
    const y = right[index] ?? -1;
    if (x !== y) return x - y;
  }
  return 0;
}

const given = (list: readonly string[] | undefined): list is readonly string[] => (list?.length ?? 0) > 0;

function conditionsOf(rule: Rule): number {
  const { coupons, skus, categories, country, customer, amount, campaign, orderType, subId } = rule.when;
  const asksAmount = amount ? (amount.from ?? 0) > 0 || amount.to !== null : false;
  const kinds = [
    given(coupons),
    given(skus),
    given(categories),
    given(country),
    !!customer,
    asksAmount,
    !!campaign,
    !!orderType,
    !!subId,
  ];
  return kinds.filter(Boolean).length + (rule.layer === 'sales_match' && rule.promoters.length > 0 ? 1 : 0);
}

export function plainDecide(book: RuleBook, sale: Sale, facts: SaleFacts): PlainDecision {
  const settings = last(book.settings, sale.paidAt) ?? book.settings[0]?.value;
  if (!settings) throw new Error('no settings');
  const lines = sale.lines;
  const own = lines.map((line) => BigInt(line.price) * BigInt(line.quantity) - BigInt(line.discount));
  const discounts = split(BigInt(sale.discount), own);
  const left = own.map((price, index) => price - (discounts[index] as bigint));
  const shipping = settings.base.shipping ? split(BigInt(sale.shipping), left) : left.map(() => 0n);
  const full = left.map((price, index) => {
    const tax = BigInt((lines[index] as SaleLine).tax);
    return (
      price + (settings.base.tax ? tax : 0n) - (settings.base.pricesIncludeTax ? tax : 0n) + (shipping[index] as bigint)
    );
  });
  const isExcluded = lines.map(({ sku }) => settings.excludedSkus.includes(sku));
  const nothing = (): PlainDecision => ({
    nothing: true,
    lines: full.map((base, index) => ({ base: isExcluded[index] ? 0n : base, rule: null, layer: null, amount: 0n })),
    paid: {},
    losers: lines.map(() => ({})),
  });
  const { promoter } = facts;
  if (!promoter?.isActive) return nothing();
  const self = settings.selfPurchase;
  if (facts.buyerIsPromoter && self.mode === 'block') return nothing();
  const programmeHistory = book.programmes.find(({ code }) => code === promoter.programme)?.versions ?? [];
  const programme = last(programmeHistory, sale.paidAt) ?? programmeHistory[0]?.value ?? null;
  if (sale.type === 'recurring' && programme) {
    const sequence = sale.sequence ?? 1;
    if (programme.recurring.mode === 'first_only' && sequence > 1) return nothing();
    if (programme.recurring.mode === 'first_n' && sequence > programme.recurring.n) return nothing();
  }
  const named =
    sale.campaign === null
      ? null
      : last(book.campaigns.find(({ code }) => code === sale.campaign)?.versions ?? [], sale.paidAt);
  const isRunning =
    named !== null && (named.window.from ?? MIN) <= sale.paidAt && sale.paidAt < (named.window.to ?? MAX);
  const campaign: Campaign | null = isRunning ? named : null;
  const covered = lines.map((line) => campaign !== null && campaignCovers(campaign, line));

  const isRebate = facts.buyerIsPromoter && self.mode === 'rebate';
  const losers: Record<string, string | null>[] = lines.map(() => ({}));
  let winners: ({ ref: string; layer: string; rate: Candidate['rate'] } | null)[];
  let bases: bigint[];
  if (isRebate) {
    bases = full.map((base, index) => (isExcluded[index] ? 0n : base));
    winners = lines.map((line, index) => {
      const pick = (ref: string, rate: Rule['rate'] | null | undefined) =>
        rate ? [{ ref: `self:${ref}`, layer: 'self', rate: plainRate(rate) }] : [];
      const found = [
        ...pick(line.sku, self.rates.skus[line.sku]),
        ...(line.category ? pick(line.category, self.rates.categories[line.category]) : []),
        ...(covered[index] && sale.campaign ? pick(sale.campaign, self.rates.campaigns[sale.campaign]) : []),
        ...pick('default', self.rates.default),
      ];
      return found[0] ?? null;
    });
    winners = shareIdentity(winners);
  } else {
    const rules = rulesAt(book, sale.paidAt).filter((one) => reaches(one.rule as Rule, facts));
    const bonuses = [...promoter.bonuses]
      .sort((a, b) => b.threshold - a.threshold || b.step - a.step)
      .map(
        (bonus, order): Candidate => ({
          ref: `tier_bonus:${bonus.step}`,
          layer: 'tier_bonus',
          rate: plainRate(bonus.rate),
          from: MIN,
          order,
        }),
      );
    const rated = new Map<string, Candidate>();
    const rate = (key: string, suffix: string, value: Rule['rate'] | null | undefined, order: number): Candidate[] => {
      if (!value) return [];
      const known = rated.get(key) ?? {
        ref: `programme:${promoter.programme}${suffix}`,
        layer: 'default',
        rate: plainRate(value),
        from: MIN,
        order,
      };
      rated.set(key, known);
      return [known];
    };
    const matching = lines.map((line, index) => {
      const fit = rules.filter((one) => {
        const why = mismatch(one, sale, lines, index, campaign);
        if (why) (losers[index] as Record<string, string | null>)[one.ref] = why;
        return why === null;
      });
      fit.sort((a, b) => LAYERS.indexOf(a.layer) - LAYERS.indexOf(b.layer) || inLayer(a, b).order);
      return [
        ...fit,
        ...bonuses,
        ...rate(`s ${line.sku}`, `:${line.sku}`, programme?.skus[line.sku], 0),
        ...(line.category
          ? rate(`c ${line.category}`, `:${line.category}`, programme?.categories[line.category], 1)
          : []),
        ...rate('d', '', programme?.rate, 2),
      ];
    });
    bases = full.map((base, index) => {
      const top = matching[index]?.[0];
      const lifts = top?.layer === 'sales_match' && top.rule?.when.skus?.includes((lines[index] as SaleLine).sku);
      return isExcluded[index] && !lifts ? 0n : base;
    });
    const byGroup = matching.map((all) => all[0] ?? null);
    const bonus = bonuses[0];
    const byBonus = byGroup.map((winner) => (winner?.layer === 'group' && bonus ? bonus : winner));
    const groupTotal = total(price(byGroup, bases, lines));
    const bonusTotal = total(price(byBonus, bases, lines));
    const isCompared = settings.groupVsTier === 'higher_wins' && bonus !== undefined && sale.manualAmount === null;
    const bonusWins = isCompared && bonusTotal > groupTotal;
    winners = bonusWins ? byBonus : byGroup;
    lines.forEach((_, index) => {
      const told = losers[index] as Record<string, string | null>;
      const top = byGroup[index];
      for (const candidate of matching[index] ?? []) {
        told[candidate.ref] =
          sale.manualAmount !== null
            ? 'lower_layer'
            : whyLost(
                candidate,
                winners[index] as Candidate,
                top as Candidate,
                bonus,
                bonusWins,
                isCompared && bonusTotal < groupTotal,
              );
      }
    });
  }
  let amounts = price(winners, bases, lines);
  if (sale.manualAmount !== null) {
    amounts = split(BigInt(sale.manualAmount), bases);
    winners = lines.map(() => ({
      ref: 'manual',
      layer: 'manual',
      rate: { fixed: BigInt(sale.manualAmount as number) },
    }));
  }
  const isEarning = winners.map((winner) => winner !== null && (winner.rate.percent ?? winner.rate.fixed) !== 0n);
  const levels = isRebate && !self.payNetwork ? [] : settings.network.levels.slice(0, book.region === 'CN' ? 1 : 10);
  const network = levels.flatMap((percent, index) => {
    const inviter = facts.chain[index];
    if (!inviter?.isActive) return [];
    const on = settings.network.basis === 'sale' ? bases : amounts;
    return [
      {
        payee: inviter.id,
        amounts: on.map((base, line) => (isEarning[line] ? halfUp(base, BigInt(percent), 1_000_000n) : 0n)),
      },
    ];
  });
  const bonus = lines.map(() => 0n);
  if (!isRebate && campaign?.bonus?.kind === 'per_order') {
    const on = lines.flatMap((_, index) => (isEarning[index] && covered[index] ? [index] : []));
    if (on.length > 0) {
      split(
        BigInt(campaign.bonus.amount),
        on.map((index) => bases[index] as bigint),
      ).forEach((share, place) => {
        bonus[on[place] as number] = share;
      });
    }
  }
  lines.forEach((_, line) => {
    let room = ((bases[line] as bigint) * BigInt(settings.maxCommissionPercent)) / 1_000_000n;
    const fit = (wanted: bigint) => {
      const got = wanted < room ? wanted : room;
      room -= got;
      return got;
    };
    amounts[line] = fit(amounts[line] as bigint);
    for (const inviter of network) inviter.amounts[line] = fit(inviter.amounts[line] as bigint);
    bonus[line] = fit(bonus[line] as bigint);
  });
  const paid: Record<string, bigint> = {};
  const pay = (key: string, amount: bigint) => {
    if (amount > 0n) paid[key] = amount;
  };
  pay(`${promoter.id}/${isRebate ? 'self' : 'direct'}`, total(amounts));
  for (const inviter of network) pay(`${inviter.payee}/network`, total(inviter.amounts));
  pay(`${promoter.id}/bonus`, total(bonus));
  return {
    nothing: Object.keys(paid).length === 0,
    lines: bases.map((base, index) => ({
      base,
      rule: winners[index]?.ref ?? null,
      layer: winners[index]?.layer ?? null,
      amount: amounts[index] as bigint,
    })),
    paid,
    losers,
  };
}

const total = (amounts: bigint[]) => amounts.reduce((a, b) => a + b, 0n);

function plainRate(rate: Rule['rate']): Candidate['rate'] {
  return rate.kind === 'percent' ? { percent: BigInt(rate.percent) } : { fixed: BigInt(rate.amount), per: rate.per };
}

/** Rates of the same entry must be one thing, so that an amount per order is paid once. */
function shareIdentity<T extends { ref: string; rate: unknown } | null>(winners: T[]): T[] {
  return winners.map(
    (winner) => winners.find((other) => other?.ref === winner?.ref && other?.rate !== undefined) ?? winner,
  );
}

function campaignCovers({ skus, categories }: Campaign, line: SaleLine): boolean {
  if (skus.length + categories.length === 0) return true;
  return skus.includes(line.sku) || (line.category !== null && categories.includes(line.category));
}

/** Every rule of the book as it stands at the instant, with what adding and ending did to its window. */
function rulesAt(book: RuleBook, at: number): (Candidate & { to: number })[] {
  return book.rules.map(({ code, versions }, order) => {
    const [added, ended] = versions;
    const rule = added?.value as Rule;
    return {
      ref: code,
      layer: rule.layer,
      rate: plainRate(rule.rate),
      rule,
      from: Math.max(rule.window.from ?? MIN, added?.holdsFrom ?? MIN),
      to: Math.min(rule.window.to ?? MAX, ended?.holdsFrom ?? MAX),
      order: order + at * 0,
    };
  });
}

function reaches(rule: Rule, { promoter }: SaleFacts): boolean {
  if (!promoter) return false;
  if (rule.layer === 'sales_match') return rule.promoters.length === 0 || rule.promoters.includes(promoter.id);
  if (rule.layer === 'individual') return rule.promoters.includes(promoter.id);
  return promoter.group !== null && rule.groups.includes(promoter.group);
}

function mismatch(
  { rule, from, to }: Candidate & { to: number },
  sale: Sale,
  lines: readonly SaleLine[],
  index: number,
  campaign: Campaign | null,
): string | null {
  if (!rule) return null;
  if (sale.paidAt < from || sale.paidAt >= to) return 'outside_window';
  const { when } = rule;
  const hasProducts =
    given(when.skus) ||
    given(when.categories) ||
    (!!when.campaign &&
      when.campaign === sale.campaign &&
      campaign !== null &&
      campaign.skus.length + campaign.categories.length > 0);
  const scope =
    rule.layer === 'sales_match' ? (rule.scope ?? (hasProducts ? 'matched_lines' : 'order')) : 'matched_lines';
  let there = scope === 'order' ? [...lines] : [lines[index] as SaleLine];
  const narrow = (test: (line: SaleLine) => boolean) => {
    there = there.filter(test);
    return there.length > 0;
  };
  const lower = (codes: readonly string[]) => codes.map((code) => code.toLowerCase());
  const orderAmount = lines.reduce((all, line) => all + line.price * line.quantity - line.discount, 0) - sale.discount;
  const tests: [string, boolean, () => boolean][] = [
    [
      'coupons',
      given(when.coupons),
      () => lower(sale.coupons).some((code) => lower(when.coupons ?? []).includes(code)),
    ],
    ['skus', given(when.skus), () => narrow((line) => when.skus?.includes(line.sku) ?? false)],
    [
      'categories',
      given(when.categories),
      () => narrow((line) => line.category !== null && (when.categories?.includes(line.category) ?? false)),
    ],
    ['country', given(when.country), () => sale.country !== null && (when.country?.includes(sale.country) ?? false)],
    ['customer', !!when.customer, () => sale.newness === when.customer],
    ['amount', !!when.amount, () => (when.amount?.from ?? 0) <= orderAmount && orderAmount < (when.amount?.to ?? MAX)],
    [
      'campaign',
      !!when.campaign,
      () => sale.campaign === when.campaign && campaign !== null && narrow((line) => campaignCovers(campaign, line)),
    ],
    ['orderType', !!when.orderType, () => sale.type === when.orderType],
    ['subId', !!when.subId, () => sale.subId === when.subId],
  ];
  const failing = tests.find(([, isGiven, holds]) => isGiven && !holds());
  return failing ? `condition_failed:${failing[0]}` : null;
}

/** How two rules of one layer stand to each other, and what the later is told. */
function inLayer(a: Candidate, b: Candidate): { order: number; reason: string } {
  if (!a.rule || !b.rule) return { order: a.order - b.order, reason: 'lower_priority' };
  if (a.rule.priority !== b.rule.priority)
    return { order: a.rule.priority - b.rule.priority, reason: 'lower_priority' };
  const conditions = conditionsOf(b.rule) - conditionsOf(a.rule);
  if (conditions !== 0) return { order: conditions, reason: 'fewer_conditions' };
  if (a.from !== b.from) return { order: b.from - a.from, reason: 'older' };
  return { order: compareIds(a.ref, b.ref), reason: 'larger_id' };
}

function whyLost(
  candidate: Candidate,
  winner: Candidate,
  top: Candidate,
  bonus: Candidate | undefined,
  bonusWins: boolean,
  groupWins: boolean,
): string | null {
  if (candidate === winner) return null;
  if (top.layer === 'group' && bonusWins) {
    if (candidate === top) return 'lower_amount';
    if (candidate.layer === 'group') return inLayer(top, candidate).reason;
    return candidate.layer === 'tier_bonus' ? 'lower_priority' : 'lower_layer';
  }
  if (top.layer === 'group' && groupWins && candidate === bonus) return 'lower_amount';
  if (candidate.layer !== winner.layer) return 'lower_layer';
  return inLayer(winner, candidate).reason;
}

function price(winners: ({ rate: Candidate['rate'] } | null)[], bases: bigint[], lines: readonly SaleLine[]): bigint[] {
  const amounts = bases.map(() => 0n);
  const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
  for (const winner of new Set(winners)) {
    if (!winner) continue;
    const won = winners.flatMap((other, index) => (other === winner ? [index] : []));
    const { percent, fixed, per } = winner.rate;
    const wonBases = won.map((index) => bases[index] as bigint);
    const shares =
      percent !== undefined
        ? wonBases.map((base) => halfUp(base, percent, 1_000_000n))
        : per === 'unit'
          ? won.map((index) =>
              smaller((fixed ?? 0n) * BigInt((lines[index] as SaleLine).quantity), bases[index] as bigint),
            )
          : split(smaller(fixed ?? 0n, total(wonBases)), wonBases);
    won.forEach((index, place) => {
      amounts[index] = shares[place] as bigint;
    });
  }
  return amounts;
}
