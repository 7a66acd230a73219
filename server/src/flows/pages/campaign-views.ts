import type { In, Out } from '@fenrun/contracts';
import { type Campaign, type CampaignBonus, moneyText, type RuleBook, type Version } from '@fenrun/engine';
import { BEGINNING, FOREVER, type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import { type Reading, readingOf } from '../../modules/commission';
import { campaignForm, rateForm, readInstantOrDay } from '../../modules/plans';
import { productsOf } from '../../modules/storefront';
import { bookFindings } from '../book-findings';
import { broughtBy, NOTHING_BROUGHT } from './campaign-brought';
import { findingViews } from './finding-views';
import { ruleEntries, stateOf as ruleState } from './rule-entries';
import { sinceOf } from './saved-words';

export type CampaignDetail = Out<'campaigns.read'>;
type CampaignView = Out<'campaigns.list'>['data'][number];
export type CampaignState = CampaignView['state'];

/** A campaign as it was saved last. */
export interface CampaignEntry {
  readonly code: string;
  readonly campaign: Campaign;
  readonly versions: readonly Version<Campaign>[];
}

/** The campaigns of a book, those that begin last first. */
export function campaignEntries({ campaigns }: RuleBook): CampaignEntry[] {
  const entries = campaigns.flatMap(({ code, versions }) => {
    const campaign = versions.at(-1)?.value;
    return campaign ? [{ code, campaign, versions }] : [];
  });
  const begins = ({ campaign }: CampaignEntry) => campaign.window.from ?? BEGINNING;
  return entries.sort((a, b) => begins(b) - begins(a) || (a.code < b.code ? -1 : 1));
}

export function campaignState({ window }: Campaign, now: Instant): CampaignState {
  if (window.to !== null && window.to <= now) return 'over';
  return window.from !== null && window.from > now ? 'coming' : 'running';
}

/** A page of the campaigns. */
export async function campaignList(
  call: Call,
  query: In<'campaigns.list'>['query'],
): Promise<Out<'campaigns.list'> | Refusal> {
  const reading = await readingOf(call);
  const window = calendarOf(query, reading);
  if (isRefusal(window)) return window;
  const words = query.q?.trim().toLowerCase() ?? '';
  const found = campaignEntries(reading.book).filter(({ code, campaign }) => {
    const { from, to } = campaign.window;
    const meets = (from ?? BEGINNING) < window.to && window.from < (to ?? FOREVER);
    const isAsked = query.state === undefined || query.state.includes(campaignState(campaign, reading.now));
    const { name } = campaignForm(code, campaign, reading.currency, reading.lang);
    return meets && isAsked && `${code} ${name}`.toLowerCase().includes(words);
  });
  const begin = query.cursor === undefined ? 0 : found.findIndex(({ code }) => code === query.cursor) + 1;
  const page = found.slice(begin, begin + query.limit);
  return {
    data: await campaignViews(call, reading, page),
    nextCursor: begin + query.limit < found.length ? (page.at(-1)?.code ?? null) : null,
  };
}

function calendarOf({ from, to }: In<'campaigns.list'>['query'], { currency, zone }: Reading) {
  const reading = { currency, zone, errors: [] };
  const window = {
    from: (from === undefined ? null : readInstantOrDay(from, reading, '/from')) ?? BEGINNING,
    to: (to === undefined ? null : readInstantOrDay(to, reading, '/to')) ?? FOREVER,
  };
  return reading.errors.length > 0 ? refuse('invalid-request', undefined, reading.errors) : window;
}

async function campaignViews(call: Call, reading: Reading, entries: readonly CampaignEntry[]): Promise<CampaignView[]> {
  const asked = entries.map(({ code, campaign }) => ({ code, window: campaign.window }));
  const brought = await broughtBy(call.db.read, call.merchantId, asked);
  return entries.map(({ code, campaign, versions }) => {
    const { orders, sales, commission, bonus } = brought.get(code) ?? NOTHING_BROUGHT;
    const since = versions.at(-1)?.holdsFrom ?? BEGINNING;
    return {
      id: code,
      ...campaignForm(code, campaign, reading.currency, reading.lang),
      // The timeline may be a little ahead of the clock: what was just saved stands already.
      state: campaignState(campaign, Math.max(reading.now, since)),
      version: versions.length,
      since: sinceOf(since),
      rules: rulesOf(reading, code).length,
      brought: {
        orders,
        sales: reading.money(sales),
        commission: reading.money(commission),
        bonus: reading.money(bonus),
      },
    };
  });
}

/** The rules that ask for a campaign and can still hold. */
function rulesOf({ compiled, now }: Reading, code: string): string[] {
  const entries = ruleEntries(compiled).filter((entry) => {
    const state = ruleState(entry, now);
    return entry.rule.when.campaign === code && (state === 'running' || state === 'coming');
  });
  return entries.map((entry) => entry.code);
}

/** One campaign, with its rules, its rate for own purchases, and what the check of the book finds about it. */
export async function campaignDetail(call: Call, code: string): Promise<CampaignDetail | Refusal<'not-found'>> {
  const reading = await readingOf(call);
  const { book, currency, lang } = reading;
  const entry = campaignEntries(book).find((one) => one.code === code);
  if (!entry) return refuse('not-found');
  const [view] = await campaignViews(call, reading, [entry]);
  const { campaign } = entry;
  const findings = (await bookFindings(call.db.read, call.merchantId, book, reading.now)).filter(
    ({ subject, about }) => subject === 'campaign' && about.includes(code),
  );
  const rate = book.settings.at(-1)?.value?.selfPurchase.rates.campaigns[code];
  const products = await productsOf(call.db.read, call.merchantId, campaign.skus);
  const names = new Map(products.map(({ sku, name }) => [sku, name]));
  const sent = [{ kind: 'campaign' as const, code, doc: campaign, at: '' }];
  return {
    ...(view as CampaignView),
    findings: await findingViews(call.db, reading, findings, sent),
    selfRate: rate ? rateForm(rate, currency) : null,
    ruleIds: rulesOf(reading, code),
    bonusText: campaign.bonus ? bonusText(campaign.bonus, currency, lang) : null,
    names: { skus: Object.fromEntries(campaign.skus.map((sku) => [sku, names.get(sku) ?? sku])) },
  };
}

/** An extra reward in words: `每单另奖 ¥5.00`, `每满 10 单另奖 ¥50.00`. */
export function bonusText(bonus: CampaignBonus, currency: string, lang: 'zh' | 'en'): string {
  const amount = moneyText(bonus.amount, currency);
  if (bonus.kind === 'per_order') return lang === 'zh' ? `每单另奖 ${amount}` : `${amount} more per order`;
  return lang === 'zh' ? `每满 ${bonus.every} 单另奖 ${amount}` : `${amount} more for every ${bonus.every} orders`;
}
