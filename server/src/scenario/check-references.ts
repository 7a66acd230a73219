import { parseInstant } from '@fenrun/kernel';
import type { ScenarioFile } from './file';
import { invalid } from './invalid';

/** Whatever a file names must be in it; what cannot be saved is invalid before anything is played. */
export function checkReferences(file: ScenarioFile): void {
  const names = {
    promoter: ids('$.promoters', file.promoters ?? []),
    programme: ids('$.programmes', file.programmes),
    group: ids('$.groups', file.groups ?? []),
    campaign: ids('$.campaigns', file.campaigns ?? []),
    rule: ids('$.rules', file.rules ?? []),
  };
  const must = (kind: keyof typeof names, id: string | null | undefined, path: string) => {
    if (id && !names[kind].has(id)) throw invalid(path, `no ${kind} ${id}`);
  };
  const defaults = file.programmes.filter((programme) => programme.default && (programme.active ?? true));
  if (defaults.length !== 1) throw invalid('$.programmes', 'exactly one active programme is the default');
  checkLadder(file, must);
  for (const [index, rule] of (file.rules ?? []).entries()) checkRule(rule, `$.rules[${index}]`, must);
  for (const [index, promoter] of (file.promoters ?? []).entries()) {
    must('promoter', promoter.inviter, `$.promoters[${index}].inviter`);
    must('group', promoter.group, `$.promoters[${index}].group`);
    must('programme', promoter.programme, `$.promoters[${index}].programme`);
  }
  for (const [index, coupon] of (file.coupons ?? []).entries())
    must('promoter', coupon.owner, `$.coupons[${index}].owner`);
  const campaignRates = file.merchant?.settings?.selfPurchase?.rates?.campaigns ?? {};
  for (const campaign of Object.keys(campaignRates))
    must('campaign', campaign, '$.merchant.settings.selfPurchase.rates.campaigns');
  checkRegion(file);
  checkEvents(file, must);
}

type Must = (
  kind: 'promoter' | 'programme' | 'group' | 'campaign' | 'rule',
  id: string | null | undefined,
  path: string,
) => void;

function ids(path: string, list: readonly { id: string }[]): Set<string> {
  const seen = new Set<string>();
  for (const [index, { id }] of list.entries()) {
    if (seen.has(id)) throw invalid(`${path}[${index}].id`, `${id} stands there twice`);
    seen.add(id);
  }
  return seen;
}

function checkRegion(file: ScenarioFile): void {
  const levels = file.merchant?.settings?.network?.levels ?? [];
  const most = (file.merchant?.region ?? 'CN') === 'CN' ? 1 : 10;
  if (levels.length > most)
    throw invalid('$.merchant.settings.network.levels', `at most ${most} inviters may be paid in this region`);
}

function checkLadder(file: ScenarioFile, must: Must): void {
  const seen = new Set<string>();
  let below = -1;
  for (const [index, level] of (file.ladder?.levels ?? []).entries()) {
    const path = `$.ladder.levels[${index}]`;
    must('programme', level.programme, `${path}.programme`);
    const programme = file.programmes.find(({ id }) => id === level.programme);
    if (programme?.active === false) throw invalid(`${path}.programme`, 'the programme of a level must be active');
    if (seen.has(level.programme)) throw invalid(`${path}.programme`, 'a programme has one level at most');
    if (!(Number(level.threshold) > below))
      throw invalid(`${path}.threshold`, 'a threshold is greater than the one below it');
    below = Number(level.threshold);
    seen.add(level.programme);
  }
}

function checkRule(rule: NonNullable<ScenarioFile['rules']>[number], path: string, must: Must): void {
  for (const promoter of rule.promoters ?? []) must('promoter', promoter, `${path}.promoters`);
  for (const group of rule.groups ?? []) must('group', group, `${path}.groups`);
  must('campaign', rule.when?.campaign, `${path}.when.campaign`);
  if (rule.layer === 'sales_match') return;
  const others = Object.entries(rule.when ?? {}).filter(
    ([key, value]) => !['skus', 'categories'].includes(key) && isGiven(value),
  );
  if (others.length > 0)
    throw invalid(`${path}.when.${others[0]?.[0]}`, 'individual and group rules take SKUs and categories only');
  if (rule.scope) throw invalid(`${path}.scope`, 'only sales match rules have a scope');
}

function isGiven(value: unknown): boolean {
  return value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
}

function checkEvents(file: ScenarioFile, must: Must): void {
  let before = Number.NEGATIVE_INFINITY;
  for (const [index, event] of file.events.entries()) {
    const path = `$.events[${index}]`;
    const at = parseInstant(event.at) as number;
    if (at < before) throw invalid(`${path}.at`, 'events stand in order of their instants');
    before = at;
    if ('promoter' in event) must('promoter', event.promoter, `${path}.promoter`);
    if ('programme' in event) must('programme', event.programme, `${path}.programme`);
    if ('group' in event) must('group', event.group, `${path}.group`);
    if ('campaign' in event) must('campaign', event.campaign, `${path}.campaign`);
    if (event.do === 'add_rule') checkRule(event.rule, `${path}.rule`, must);
    if (event.do === 'order') checkOrder(event, at, path);
  }
}

function checkOrder(event: Extract<ScenarioFile['events'][number], { do: 'order' }>, at: number, path: string): void {
  if (event.paidAt && (parseInstant(event.paidAt) as number) > at)
    throw invalid(`${path}.paidAt`, 'an order is not paid later than it is heard of');
  if (event.type === 'recurring' && !(event.subscription && event.sequence))
    throw invalid(path, 'a recurring order needs subscription and sequence');
  if (event.commission && event.type !== 'manual')
    throw invalid(`${path}.commission`, 'only a manual order has an explicit commission');
  const skus = event.lines.map(({ sku }) => sku);
  if (new Set(skus).size !== skus.length)
    throw invalid(`${path}.lines`, 'a SKU stands on one line of an order at most');
}
