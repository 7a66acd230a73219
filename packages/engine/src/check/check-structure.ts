import { networkLevelLimit } from '../book/compiled-settings';
import { termsAt, versionAt } from '../book/version-at';
import type { Ladder, Programme } from '../model/index';
import { unknown } from './check-rules';
import type { CheckedBook } from './checked-book';
import { type Finding, finding } from './finding';

/** Checks programmes, network, groups, campaigns, ladder and tier bonuses. Source: domain.md, sections 3 and 6. */
export function checkStructure(checked: CheckedBook): Finding[] {
  return [
    ...checkProgrammes(checked),
    ...checkNetwork(checked),
    ...checkGroups(checked),
    ...checkCampaigns(checked),
    ...checkLadder(checked),
    ...checkTierBonuses(checked),
  ];
}

function checkProgrammes({ held, around }: CheckedBook): Finding[] {
  const programmes = [...held.programmes.values()];
  const defaults = programmes.filter(({ programme }) => programme.isDefault);
  const codes = defaults.map(({ code }) => code);
  return [
    ...(defaults.length === 0 ? [finding('no-default-programme', 'programme', [])] : []),
    ...(defaults.length > 1 ? [finding('several-default-programmes', 'programme', codes)] : []),
    ...defaults
      .filter(({ programme }) => !programme.isActive)
      .map(({ code }) => finding('default-programme-inactive', 'programme', [code])),
    ...programmes
      .filter(({ programme }) => programme.recurring.mode === 'first_n' && !isCount(programme.recurring.n, 1))
      .map(({ code }) => finding('recurring-count-not-positive', 'programme', [code])),
    ...programmes.flatMap(({ code, programme }) =>
      unknown(Object.keys(programme.skus), around.skus).map((sku) =>
        finding('unknown-sku', 'programme', [code], { sku }),
      ),
    ),
  ];
}

function checkNetwork({ book, held }: CheckedBook): Finding[] {
  const { levels } = held.settings.settings.network;
  const limit = networkLevelLimit(book.region);
  return levels.length > limit
    ? [finding('too-many-network-levels', 'settings', [], { levels: levels.length, limit })]
    : [];
}

function checkGroups({ held }: CheckedBook): Finding[] {
  const codes = held.grouping.groups.map(({ code }) => code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  return twice.map((code) => finding('group-twice', 'group', [code]));
}

function checkCampaigns({ held, around }: CheckedBook): Finding[] {
  const { selfPurchase, excludedSkus } = held.settings.settings;
  const { rates } = selfPurchase;
  const campaigns = [...held.campaigns.values()];
  return [
    ...Object.keys(rates.campaigns)
      .filter((campaign) => !held.campaigns.has(campaign))
      .map((campaign) => finding('unknown-campaign', 'settings', ['self-purchase'], { campaign })),
    ...unknown([...excludedSkus, ...Object.keys(rates.skus)], around.skus).map((sku) =>
      finding('unknown-sku', 'settings', [], { sku }),
    ),
    ...campaigns.flatMap(({ code, campaign: { window, bonus, skus } }) => [
      ...(window.from !== null && window.to !== null && window.from >= window.to
        ? [finding('window-empty', 'campaign', [code])]
        : []),
      ...(bonus && (bonus.amount <= 0 || (bonus.kind === 'every_nth' && !isCount(bonus.every, 1)))
        ? [finding('bonus-not-positive', 'campaign', [code])]
        : []),
      ...unknown(skus, around.skus).map((sku) => finding('unknown-sku', 'campaign', [code], { sku })),
    ]),
  ];
}

function checkLadder({ book, around }: CheckedBook): Finding[] {
  const saved = versionAt(book.ladder, around.now);
  const ladder = saved?.value;
  if (!saved || !ladder) return [];
  const codes = ladder.levels.map(({ programme }) => programme);
  // A programme that was deactivated after the ladder was saved only takes its level away.
  const programmeThen = (code: string): Programme | null => {
    const versions = book.programmes.find((one) => one.code === code)?.versions;
    return versions ? termsAt(versions, saved.holdsFrom) : null;
  };
  return [
    ...(codes.length === 0 ? [finding('ladder-empty', 'ladder', [])] : []),
    ...codes
      .filter((code) => programmeThen(code) === null)
      .map((code) => finding('unknown-programme', 'ladder', [code])),
    ...codes
      .filter((code) => programmeThen(code)?.isActive === false)
      .map((code) => finding('ladder-programme-inactive', 'ladder', [code])),
    ...codes
      .filter((code, index) => codes.indexOf(code) !== index)
      .map((code) => finding('ladder-programme-twice', 'ladder', [code])),
    ...ladder.levels
      .filter(
        ({ threshold }, index) =>
          threshold < 0 || (index > 0 && threshold <= (ladder.levels[index - 1]?.threshold ?? 0)),
      )
      .map(({ programme, threshold }) => finding('ladder-thresholds-not-rising', 'ladder', [programme], { threshold })),
    ...checkReset(ladder, codes),
  ];
}

function checkReset({ reset }: Ladder, codes: readonly string[]): Finding[] {
  if (!reset) return [];
  const isValid = isCount(reset.everyMonths, 1) && isCount(reset.day, 1) && reset.day <= 31;
  const fixed = reset.to === 'previous' ? null : reset.to.programme;
  return [
    ...(isValid ? [] : [finding('reset-not-valid', 'ladder', [], { everyMonths: reset.everyMonths, day: reset.day })]),
    ...(fixed === null || codes.includes(fixed) ? [] : [finding('reset-level-unknown', 'ladder', [fixed])]),
  ];
}

function checkTierBonuses({ held }: CheckedBook): Finding[] {
  return (held.tierBonuses?.steps ?? []).flatMap(({ threshold, days }, index) =>
    threshold > 0 && (days === null || isCount(days, 1))
      ? []
      : [finding('bonus-step-not-valid', 'tier_bonus', [`tier_bonus:${index + 1}`])],
  );
}

function isCount(value: number, least: number): boolean {
  return Number.isInteger(value) && value >= least;
}
