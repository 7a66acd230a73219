import { bonusMetricWords, bonusWindowWords, groupVsTierWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Can, useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { useListKeys } from '../../kit/list/use-list-keys';
import { wordOptions } from '../../kit/list/word-options';
import { moneyString } from '../../kit/money/money-format';
import { Token } from '../../kit/sentence/token';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useZone } from '../../kit/time/zone-context';
import { type AnswerOf, call } from '../../lib/call';
import { FindingList } from '../plans/finding-list';
import { RulesFrame } from '../plans/rules-frame';
import styles from './climbing.module.css';
import { SettingToken } from './setting-token';
import { TierBonusesPanel } from './tier-bonuses-panel';
import { tierBonusesWords } from './tier-bonuses-words';

export type TierBonuses = AnswerOf<'climbing.tierBonuses'>;
type Form = NonNullable<TierBonuses['tierBonuses']>;

/** The steps of the tier bonus, and how many enjoy each. */
export function TierBonusesPage() {
  const words = useWords(tierBonusesWords);
  const url = useListUrl();
  const mayEdit = useCan('rules');
  const query = useQuery({
    queryKey: ['climbing', 'tier-bonuses'],
    queryFn: ({ signal }) => call(routes.climbing.tierBonuses, { signal }),
  });
  const { data } = query;
  const form = data?.tierBonuses;
  const hasSteps = Boolean(form && form.steps.length > 0);
  const edit = () => url.set({ edit: '1' }, 'push');
  const close = () => url.set({ edit: null });
  useListKeys({ move: () => undefined, close: url.get('edit') === null ? undefined : close });
  return (
    <RulesFrame
      tab="tier-bonuses"
      isBounded
      panel={
        mayEdit && data && url.get('edit') !== null ? (
          <TierBonusesPanel key={data.version} bonuses={data} onClose={close} />
        ) : undefined
      }
      actions={
        hasSteps ? (
          <Can do="rules">
            <Button onClick={edit}>{words.edit}</Button>
          </Can>
        ) : undefined
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      {query.isPending ? <LinesSkeleton lines={3} height={44} /> : null}
      {query.error ? <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} /> : null}
      {data ? (
        <div className={styles.notice}>
          <FindingList findings={data.findings} />
        </div>
      ) : null}
      {data && !hasSteps ? (
        <EmptyState
          title={words.emptyTitle}
          actions={
            <Can do="rules">
              <Button type="primary" onClick={edit}>
                {words.add}
              </Button>
            </Can>
          }
        >
          {words.emptyDetail}
        </EmptyState>
      ) : null}
      {data && form && hasSteps ? <Steps form={form} shown={data.steps} /> : null}
    </RulesFrame>
  );
}

function Steps({ form, shown }: { form: Form; shown: TierBonuses['steps'] }) {
  const words = useWords(tierBonusesWords);
  const language = useLanguage();
  const { currency } = useZone();
  const figure = (threshold: string) =>
    form.metric === 'conversions' ? words.orders(threshold) : moneyString(threshold, currency);
  return (
    <>
      <p className={styles.resetLine}>
        {words.metricLine(<Token label={words.metric} text={bonusMetricWords[form.metric][language]} />)}
      </p>
      <p className={styles.resetLine}>
        {words.versus(
          <SettingToken
            label={words.versusLabel}
            valueIn={(settings) => settings.groupVsTier}
            options={wordOptions(groupVsTierWords, language)}
            patchOf={(value) => ({ groupVsTier: value === 'higher_wins' ? 'higher_wins' : 'strict' })}
            savedText={() => words.versusSaved}
          />,
        )}
      </p>
      <ol className={styles.bonuses} aria-label={words.what}>
        {form.steps.map((step, index) => (
          <li key={`${step.window}${step.threshold}${step.days}`}>
            <span className={styles.bonusSentence}>
              {words.sentence(
                <Token label={words.window} text={windowName(step.window, language)} />,
                <Token label={words.threshold} text={figure(step.threshold)} />,
                step.days === null ? words.permanent : words.days(step.days),
                <b>{shown[index]?.rateText}</b>,
              )}
            </span>
            <span className={styles.bonusPeople}>
              {(shown[index]?.running ?? 0) > 0 ? words.running(shown[index]?.running ?? 0) : words.nobody}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}

function windowName(window: Form['steps'][number]['window'], language: 'zh' | 'en'): string {
  const name = bonusWindowWords[window][language];
  return language === 'zh' ? name : name.charAt(0).toLowerCase() + name.slice(1);
}
