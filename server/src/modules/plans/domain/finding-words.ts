import type { Lang } from '@fenrun/contracts';
import type { Finding, FindingCode } from '@fenrun/engine';

/** What a finding says: `about` are the names of the things that it is about, `facts` the plain values, conditions already in words. */
interface Told {
  readonly about: readonly string[];
  readonly facts: Finding['facts'];
}

type Say = (told: Told) => string;

const first = ({ about }: Told): string => about[0] ?? '';
const second = ({ about }: Told): string => about[1] ?? '';
const fact = ({ facts }: Told, name: string): string => String(facts[name] ?? '');

const WORDS: Readonly<Record<FindingCode, Readonly<Record<Lang, Say>>>> = {
  'no-default-programme': {
    zh: () => '没有默认推广计划：新的推广员没有计划可进。',
    en: () => 'No programme is the default: newcomers have none to start in.',
  },
  'several-default-programmes': {
    zh: ({ about }) => `${about.join('、')} 都是默认推广计划，只能有一个。`,
    en: ({ about }) => `${about.join(', ')} are all the default programme; there can be one only.`,
  },
  'default-programme-inactive': {
    zh: (told) => `默认推广计划 ${first(told)} 已停用。`,
    en: (told) => `The default programme ${first(told)} is not active.`,
  },
  'recurring-count-not-positive': {
    zh: (told) => `${first(told)} 的「计前几期」至少是 1。`,
    en: (told) => `The first payments that ${first(told)} counts must be 1 or more.`,
  },
  'too-many-network-levels': {
    zh: (told) => `邀请佣金有 ${fact(told, 'levels')} 级，这里最多 ${fact(told, 'limit')} 级。`,
    en: (told) => `${fact(told, 'levels')} inviters are paid; at most ${fact(told, 'limit')} may be here.`,
  },
  'individual-without-promoters': {
    zh: (told) => `${first(told)} 没有点名推广员，对谁都不生效。`,
    en: (told) => `${first(told)} names no promoter, so it is for nobody.`,
  },
  'group-rule-without-groups': {
    zh: (told) => `${first(told)} 没有选分组，对谁都不生效。`,
    en: (told) => `${first(told)} names no group, so it is for nobody.`,
  },
  'promoters-not-taken': {
    zh: (told) => `${first(told)} 是分组规则，不能点名推广员。`,
    en: (told) => `${first(told)} is a group rule and cannot name promoters.`,
  },
  'groups-not-taken': {
    zh: (told) => `${first(told)} 不是分组规则，不能选分组。`,
    en: (told) => `${first(told)} is not a group rule and cannot name groups.`,
  },
  'scope-not-taken': {
    zh: (told) => `${first(told)} 按行计算，不能设「整单」或「符合条件的商品」。`,
    en: (told) => `${first(told)} looks at each line; it has no scope.`,
  },
  'condition-not-taken': {
    zh: (told) => `${first(told)} 只能按商品或品类设条件，不能按${fact(told, 'condition')}。`,
    en: (told) => `${first(told)} takes products and categories only, not ${fact(told, 'condition')}.`,
  },
  'window-empty': {
    zh: (told) => `${first(told)} 的结束不晚于开始，永远不会生效。`,
    en: (told) => `${first(told)} ends before it begins, so it never holds.`,
  },
  'amount-range-empty': {
    zh: (told) => `${first(told)} 的金额范围是空的，没有订单符合。`,
    en: (told) => `The amounts of ${first(told)} are an empty range; no order fits.`,
  },
  'unknown-group': {
    zh: (told) => `${first(told)} 用到的分组 ${fact(told, 'group')} 不存在。`,
    en: (told) => `${first(told)} names the group ${fact(told, 'group')}, which does not exist.`,
  },
  'unknown-campaign': {
    zh: (told) => `${first(told)} 用到的活动 ${fact(told, 'campaign')} 不存在。`,
    en: (told) => `${first(told)} names the campaign ${fact(told, 'campaign')}, which does not exist.`,
  },
  'unknown-programme': {
    zh: (told) => `自动升级里的推广计划 ${first(told)} 不存在。`,
    en: (told) => `The ladder names the programme ${first(told)}, which does not exist.`,
  },
  'unknown-promoter': {
    zh: (told) => `${first(told)} 点名的推广员 ${fact(told, 'promoter')} 不存在。`,
    en: (told) => `${first(told)} names the promoter ${fact(told, 'promoter')}, whom nobody knows.`,
  },
  'group-twice': {
    zh: (told) => `分组编号 ${first(told)} 出现了两次。`,
    en: (told) => `The group ${first(told)} stands there twice.`,
  },
  'bonus-not-positive': {
    zh: (told) => `活动 ${first(told)} 的奖励必须大于 0。`,
    en: (told) => `The reward of the campaign ${first(told)} must be above 0.`,
  },
  'ladder-programme-twice': {
    zh: (told) => `推广计划 ${first(told)} 在自动升级里出现了两次。`,
    en: (told) => `The programme ${first(told)} is on the ladder twice.`,
  },
  'ladder-programme-inactive': {
    zh: (told) => `自动升级里的推广计划 ${first(told)} 已停用。`,
    en: (told) => `The programme ${first(told)} of the ladder is not active.`,
  },
  'ladder-thresholds-not-rising': {
    zh: (told) => `${first(told)} 的门槛必须比下一级高。`,
    en: (told) => `The threshold of ${first(told)} must be above that of the level below.`,
  },
  'ladder-empty': { zh: () => '自动升级没有任何级别。', en: () => 'The ladder has no level.' },
  'reset-not-valid': {
    zh: () => '重置的周期或日期不正确。',
    en: () => 'The months or the day of the reset are not right.',
  },
  'reset-level-unknown': {
    zh: (told) => `重置要退到的推广计划 ${first(told)} 不在自动升级里。`,
    en: (told) => `The reset goes to ${first(told)}, which is not on the ladder.`,
  },
  'bonus-step-not-valid': {
    zh: (told) => `${first(told)} 的门槛和天数必须大于 0。`,
    en: (told) => `The threshold and days of ${first(told)} must be above 0.`,
  },
  'unknown-sku': {
    zh: (told) => `${first(told)} 用到的 SKU ${fact(told, 'sku')} 不在商品目录里。`,
    en: (told) => `${first(told)} names the SKU ${fact(told, 'sku')}, which is not in the catalogue.`,
  },
  'window-in-past': {
    zh: (told) => `${first(told)} 的有效期已经过去，不会再生效。`,
    en: (told) => `The window of ${first(told)} is over; it will not hold again.`,
  },
  'rule-unreachable': {
    zh: (told) => `${first(told)} 永远轮不到：${second(told)} 总在它前面命中。`,
    en: (told) => `${first(told)} is never reached: ${second(told)} always matches before it.`,
  },
  'rules-overlap': {
    zh: (told) => `${first(told)} 和 ${second(told)} 排位相同、比例不同，会碰到同一笔订单；现在由编号决定先后。`,
    en: (told) =>
      `${first(told)} and ${second(told)} rank equally, pay differently and can meet on one order; only their ids decide.`,
  },
  'total-above-cap': {
    zh: (told) =>
      `${first(told)} 连同邀请佣金共 ${fact(told, 'total')}%，超过上限 ${fact(told, 'cap')}%，超出部分会被截掉。`,
    en: (told) =>
      `${first(told)} with all inviters comes to ${fact(told, 'total')}%, above the cap of ${fact(told, 'cap')}%; the rest is cut.`,
  },
  'total-above-whole': {
    zh: (told) => `${first(told)} 连同邀请佣金共 ${fact(told, 'total')}%，超过商品金额。`,
    en: (told) => `${first(told)} with all inviters comes to ${fact(told, 'total')}%, more than what the goods cost.`,
  },
};

/** A finding as one sentence that names what it is about. */
export function findingSentence({ code, facts }: Finding, about: readonly string[], lang: Lang): string {
  const text = WORDS[code][lang]({ about, facts });
  // Quoted names carry their own air.
  return text.replaceAll('」 ', '」').replaceAll(' 「', '「');
}
