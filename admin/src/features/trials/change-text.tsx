import { ruleLayerWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { bold, useWords } from '../../kit/i18n/words';
import { daysText } from '../../kit/list/filters';
import { Bar } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { dayIn } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { rateText } from '../plans/rate';
import { plansWords } from '../plans/words';
import type { PlanChange } from './back-test-draft';
import { type DraftRule, type RuleChange, windowDays } from './rule-draft';
import { type Difference, settingsDifferences } from './settings-draft';
import { trialsWords } from './words';

/** One drafted change as a sentence: what it is about, and what becomes of what. */
export function ChangeText({ change }: { change: PlanChange }) {
  const words = useWords(trialsWords);
  if (change.kind === 'rule') return <RuleText change={change} />;
  if (change.kind === 'programme') return <ProgrammeText change={change} />;
  if (change.kind === 'settings') return <SettingsText settings={change.settings} />;
  if (change.kind === 'campaign' && change.campaign) return <>{words.campaignNamed(change.campaign.name)}</>;
  return <>{words.kinds[change.kind]}</>;
}

function RuleText({ change }: { change: RuleChange }) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  const { id, rule } = change;
  const known = useQuery({
    queryKey: ['rules', 'one', id],
    queryFn: ({ signal }) => call(routes.rules.read, { params: { id: id ?? '' }, signal }),
    enabled: id !== undefined,
    retry: false,
  });
  const say = useRuleWords();
  if (id !== undefined && known.isPending) return <Bar width={280} />;
  if (id === undefined || !known.data) {
    if (!rule) return <>{words.dropped(id ?? '')}</>;
    const codes = codesOf(rule);
    return (
      <>
        {words.addedRule(ruleLayerWords[rule.layer][language], rule.name ?? '', bold(say.rate(rule)))}
        {codes.length > 0 ? <Quiet> · {codes.slice(0, codesShown).join(' ')}</Quiet> : null}
        {codes.length > codesShown ? <Quiet> {words.other(codes.length - codesShown)}</Quiet> : null}
      </>
    );
  }
  const sentence = `${known.data.sentence} ${known.data.rateText}`;
  if (rule === null) return <>{words.dropped(sentence)}</>;
  return (
    <>
      {words.changedRule(sentence)}
      <Differences list={say.differences(known.data, rule)} />
    </>
  );
}

const codesShown = 4;

/** What a new rule names, by code: enough to tell it from another one until the server has said it in words. */
function codesOf({ promoters = [], groups = [], when }: DraftRule): readonly string[] {
  const { coupons = [], skus = [], categories = [], country = [], campaign = null } = when ?? {};
  return [...promoters, ...groups, ...coupons, ...skus, ...categories, ...country, ...(campaign ? [campaign] : [])];
}

function useRuleWords() {
  const words = useWords(trialsWords);
  const plans = useWords(plansWords);
  const language = useLanguage();
  const { currency, timezone } = useZone();
  const now = useNow();
  const rate = (rule: DraftRule) => rateText(rule.rate, currency, plans);
  const window = (rule: DraftRule) => {
    const [first, last] = windowDays(rule, timezone);
    return daysText(first, last, language, dayIn(now, timezone).slice(0, 4)) || words.always;
  };
  const asText = ({ when, promoters, groups, scope }: DraftRule) =>
    JSON.stringify([when ?? {}, promoters ?? [], groups ?? [], scope ?? null]);
  const differences = (before: DraftRule, after: DraftRule): readonly Difference[] => {
    const priority = (rule: DraftRule) => String(rule.priority ?? 100);
    const parts: Difference[] = [
      { name: words.ruleParts.rate, before: rate(before), after: rate(after) },
      { name: words.ruleParts.window, before: window(before), after: window(after) },
      { name: words.ruleParts.priority, before: priority(before), after: priority(after) },
    ];
    const others = asText(before) === asText(after) ? [] : [conditions(words)];
    return [...parts.filter((one) => one.before !== one.after), ...others];
  };
  return { rate, differences };
}

const conditions = (words: (typeof trialsWords)['zh']): Difference => ({
  name: words.ruleParts.when,
  before: '',
  after: words.conditionsChanged,
});

function ProgrammeText({ change }: { change: Extract<PlanChange, { kind: 'programme' }> }) {
  const words = useWords(trialsWords);
  const plans = useWords(plansWords);
  const { currency } = useZone();
  const query = useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  });
  const { programme } = change;
  const known = query.data?.data.find((one) => one.id === change.id);
  if (query.isPending) return <Bar width={200} />;
  const rate = rateText(programme.rate, currency, plans);
  if (!known) return <>{words.newProgramme(programme.name, bold(rate))}</>;
  const specials = specialsChanged(known, programme);
  const parts: ReactNode[] = [
    ...(specials > 0 ? [words.specials(specials)] : []),
    ...(recurringText(known) === recurringText(programme) ? [] : [words.recurringChanged]),
  ];
  const before = rateText(known.rate, currency, plans);
  return (
    <>
      {programme.name}
      <Differences list={before === rate ? [] : [{ name: words.ruleParts.rate, before, after: rate }]} />
      {parts.map((part, index) => (
        <Fragment key={index}>
          <Quiet> · </Quiet>
          {part}
        </Fragment>
      ))}
    </>
  );
}

const recurringText = ({ recurring: { mode, n } }: { recurring: { mode: string; n?: number | null } }) =>
  mode === 'first_n' ? `${mode} ${n}` : mode;

type Specials = Pick<Extract<PlanChange, { kind: 'programme' }>['programme'], 'skus' | 'categories'>;

/** Special rates that are new, gone or other than before. */
function specialsChanged(before: Specials, after: Specials): number {
  const entries = ({ skus, categories }: Specials) =>
    new Map([
      ...skus.map(({ sku, rate }) => [`sku ${sku}`, JSON.stringify(rate)] as const),
      ...categories.map(({ category, rate }) => [`category ${category}`, JSON.stringify(rate)] as const),
    ]);
  const [old, next] = [entries(before), entries(after)];
  return [...new Set([...old.keys(), ...next.keys()])].filter((key) => old.get(key) !== next.get(key)).length;
}

function SettingsText({ settings }: { settings: Extract<PlanChange, { kind: 'settings' }>['settings'] }) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['plans', 'settings'],
    queryFn: ({ signal }) => call(routes.plans.settings, { signal }),
  });
  if (!query.data) return <Bar width={200} />;
  const list = settingsDifferences(query.data.settings, settings, words, language);
  return (
    <>
      {words.settings}
      <Differences list={list} />
      {list.length === 0 ? <Quiet> {words.nothingChanged}</Quiet> : null}
    </>
  );
}

function Differences({ list }: { list: readonly Difference[] }) {
  const words = useWords(trialsWords);
  return (
    <>
      {list.map((one) => (
        <Fragment key={one.name}>
          <Quiet> · </Quiet>
          {one.before === '' ? (
            <>
              {one.name} {bold(one.after)}
            </>
          ) : (
            words.was(one.name, one.before, bold(one.after))
          )}
        </Fragment>
      ))}
    </>
  );
}
