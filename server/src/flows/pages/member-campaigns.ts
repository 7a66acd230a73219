import type { Lang, Out } from '@fenrun/contracts';
import { type Campaign, dayText, minuteText, moneyText, type Rule, rateText, ruleSentence } from '@fenrun/engine';
import { type Refusal, refuse } from '@fenrun/kernel';
import { findAmong, type Reader } from '../../foundation/db';
import { type Call } from '../../foundation/http';
import { campaignCountTable } from '../../modules/climbing';
import { type Reading, readingOf } from '../../modules/commission';
import { campaignForm } from '../../modules/plans';
import { type PromoterRow, promoterOfMember } from '../../modules/promoters';
import { lookingOf, type ProductRow, shelfOf, shopRowView } from '../../modules/storefront';
import { shopEarnings } from '../shop-earnings';
import { bonusText, type CampaignEntry, campaignEntries, campaignState } from './campaign-views';
import { ruleEntries, stateOf } from './rule-entries';
import { type RuleWords, ruleWords } from './rule-words';
import { withoutPay } from './without-pay';

type MemberCampaign = Out<'campaigns.memberList'>['data'][number];

/** Campaigns that run, those that end first first, then those that will. */
export async function memberCampaigns(call: Call): Promise<Out<'campaigns.memberList'>> {
  const reading = await readingOf(call);
  const entries = campaignEntries(reading.book).filter(
    ({ campaign }) => campaignState(campaign, reading.now) !== 'over',
  );
  const running = entries.filter(({ campaign }) => campaignState(campaign, reading.now) === 'running');
  const coming = entries.filter((entry) => !running.includes(entry)).reverse();
  running.sort((a, b) => (a.campaign.window.to ?? Infinity) - (b.campaign.window.to ?? Infinity));
  return { data: await memberViews(call, reading, [...running, ...coming]) };
}

/** Products of a campaign that are shown at most. */
const PRODUCTS_AT_MOST = 200;

/** One campaign with its products on the shelf; those that earn most first. */
export async function memberCampaign(
  call: Call,
  code: string,
): Promise<Out<'campaigns.memberRead'> | Refusal<'not-found'>> {
  const reading = await readingOf(call);
  const entry = campaignEntries(reading.book).find((one) => one.code === code);
  if (!entry) return refuse('not-found');
  const [view] = await memberViews(call, reading, [entry]);
  const shelf = (await shelfOf(call.db.read, call.merchantId, {})).filter((row) => covers(entry.campaign, row));
  const earnings = await shopEarnings(lookingOf(call), shelf, code);
  const earned = ({ sku }: ProductRow) => Number(earnings.get(sku)?.earn?.amount ?? 0);
  const order = (a: ProductRow, b: ProductRow) =>
    Number(a.stock <= 0) - Number(b.stock <= 0) || earned(b) - earned(a) || (a.sku < b.sku ? -1 : 1);
  const products = shelf
    .sort(order)
    .slice(0, PRODUCTS_AT_MOST)
    .map((row) => shopRowView(row, reading.currency, earnings.get(row.sku)));
  return { ...(view as MemberCampaign), products };
}

function covers({ skus, categories }: Campaign, { sku, category }: ProductRow): boolean {
  if (skus.length + categories.length === 0) return true;
  return skus.includes(sku) || (category !== null && categories.includes(category));
}

async function memberViews(call: Call, reading: Reading, entries: readonly CampaignEntry[]): Promise<MemberCampaign[]> {
  const promoter = await promoterOfMember(call.db.read, call.merchantId, call.actor.id);
  const rules = new Map(entries.map((entry) => [entry.code, rulesFor(entry, promoter, reading)]));
  const words = await ruleWords(call.db, reading, [...rules.values()].flat(), 'spelled');
  const counts = promoter ? await approvalsOf(call.db.read, promoter, entries) : new Map<string, number>();
  return entries.map((entry) => {
    const { code, campaign } = entry;
    const { name, text, image, from, to } = campaignForm(code, campaign, reading.currency, reading.lang);
    return {
      ...{ id: code, name, text, image, from, to },
      state: campaignState(campaign, reading.now),
      when: whenText(campaign, reading),
      pays: paysOf(entry, rules.get(code) ?? [], reading, words),
      progress: promoter ? progressOf(campaign, counts.get(code) ?? 0, reading) : null,
    };
  });
}

/**
 * The rules that a campaign brings to a promoter: those that ask for it, and those that hold for some of its products within its
 * days only.
 */
function rulesFor({ code, campaign }: CampaignEntry, promoter: PromoterRow | undefined, reading: Reading): Rule[] {
  const reaches = ({ layer, promoters, groups }: Rule) => {
    if (layer === 'group') return promoter?.groupCode != null && groups.includes(promoter.groupCode);
    return promoters.length === 0 || (promoter !== undefined && promoters.includes(promoter.id));
  };
  return ruleEntries(reading.compiled).flatMap((entry) => {
    const state = stateOf(entry, reading.now);
    const isOf = entry.rule.when.campaign === code || isWithin(entry.rule, campaign);
    return (state === 'running' || state === 'coming') && isOf && reaches(entry.rule) ? [entry.rule] : [];
  });
}

function isWithin({ window, when }: Rule, campaign: Campaign): boolean {
  const { from, to } = campaign.window;
  if (window.from === null || window.to === null || when.campaign) return false;
  if ((from !== null && window.from < from) || (to !== null && window.to > to)) return false;
  const [skus, categories] = [when.skus ?? [], when.categories ?? []];
  if (skus.length + categories.length === 0 || campaign.skus.length + campaign.categories.length === 0) return false;
  return (
    skus.every((sku) => campaign.skus.includes(sku)) && categories.every((one) => campaign.categories.includes(one))
  );
}

function paysOf(
  { code, campaign }: CampaignEntry,
  rules: readonly Rule[],
  { currency, lang, book }: Reading,
  { sentences }: RuleWords,
): string[] {
  const rates = rules.map((rule) => {
    // That it is of this campaign, and when that is, stands above.
    const bare = {
      ...rule,
      window: { from: null, to: null },
      promoters: [],
      groups: [],
      when: { ...rule.when, campaign: null },
    };
    const what = withoutPay(ruleSentence({ kind: 'rule', code: '', rule: bare }, sentences), lang);
    const rate = rateText(rule.rate, currency, lang);
    if (lang === 'zh') return `${what}佣金 ${rate}`;
    return what ? `${what}: ${rate}` : rate;
  });
  const own = book.settings.at(-1)?.value?.selfPurchase;
  const selfRate = own?.mode === 'rebate' ? own.rates.campaigns[code] : undefined;
  return [
    ...new Set(rates),
    ...(campaign.bonus ? [bonusText(campaign.bonus, currency, lang)] : []),
    ...(selfRate ? [`${lang === 'zh' ? '自己买返' : 'Own purchases pay'} ${rateText(selfRate, currency, lang)}`] : []),
  ];
}

/** How many approvals a promoter has in campaigns that reward every N-th. */
async function approvalsOf(
  db: Reader,
  { merchantId, id }: PromoterRow,
  entries: readonly CampaignEntry[],
): Promise<Map<string, number>> {
  const codes = entries.flatMap(({ code, campaign }) => (campaign.bonus?.kind === 'every_nth' ? [code] : []));
  const where = 'merchant_id = ? AND promoter_id = ?';
  const rows = await findAmong(db, campaignCountTable, where, [merchantId, id], 'campaign', codes);
  return new Map(rows.map(({ campaign, approvals }) => [campaign, approvals]));
}

function progressOf({ bonus }: Campaign, approvals: number, { currency, lang }: Reading): MemberCampaign['progress'] {
  if (bonus?.kind !== 'every_nth') return null;
  const done = approvals % bonus.every;
  const left = bonus.every - done;
  const amount = moneyText(bonus.amount, currency);
  const text =
    lang === 'zh'
      ? `已批准 ${approvals} 单，再 ${left} 单得 ${amount}`
      : `${approvals} orders approved, ${left} more for ${amount}`;
  return { done, every: bonus.every, text };
}

/** When it begins or ends, as people say it; midnight is the end of the day before. */
function whenText(campaign: Campaign, { zone, lang, now }: Reading): string {
  const zh = lang === 'zh';
  const { from, to } = campaign.window;
  const state = campaignState(campaign, now);
  if (state === 'coming' && from !== null) {
    const begins = isMidnight(from, zone)
      ? dayText(from, zone, lang, 'spaced')
      : minuteText(from, zone, lang, 'spaced');
    return zh ? `${begins}开始` : `Begins ${begins}`;
  }
  if (to === null) return zh ? '长期有效' : 'No end';
  const ends = isMidnight(to, zone)
    ? `${dayText(to - 1, zone, lang, 'spaced')} 24:00`
    : minuteText(to, zone, lang, 'spaced');
  return ENDS[state === 'over' ? 'over' : 'running'][lang](ends);
}

const ENDS: Readonly<Record<'over' | 'running', Readonly<Record<Lang, (at: string) => string>>>> = {
  running: { zh: (at) => `${at} 结束`, en: (at) => `Ends ${at}` },
  over: { zh: (at) => `${at} 已结束`, en: (at) => `Ended ${at}` },
};

function isMidnight(at: number, zone: Reading['zone']): boolean {
  return zone.startOfDay(zone.dayAt(at)) === at;
}
