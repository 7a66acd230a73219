import { bonusWindowWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { moneyString } from '../../kit/money/money-format';
import { Token } from '../../kit/sentence/token';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { ProgrammeSentence } from '../plans/programme-sentence';
import { useProgrammes } from '../plans/use-programmes';
import { LayerSection } from './layer-section';
import styles from './layers.module.css';
import { layersWords } from './layers-words';
import { LineRow } from './line-row';
import type { Marks } from './trial-marks';
import { rulesWords } from './words';

/** The steps of the tier bonus. They are written on their own tab, because they share one metric. */
export function TierBonusLayer({ marks }: { marks: Marks | null }) {
  const words = useWords(rulesWords);
  const own = useWords(layersWords);
  const language = useLanguage();
  const navigate = useNavigate();
  const { currency } = useZone();
  const query = useQuery({
    queryKey: ['climbing', 'tierBonuses'],
    queryFn: ({ signal }) => call(routes.climbing.tierBonuses, { signal }),
  });
  const bonuses = query.data?.tierBonuses;
  const steps = query.data?.steps ?? [];
  const edit = () => void navigate('/rules/tier-bonuses');
  return (
    <LayerSection
      layer="tier_bonus"
      count={steps.length}
      hasWon={marks?.wonLayer('tier_bonus') ?? false}
      onAdd={edit}
      addLabel={words.toTierBonuses}
    >
      {query.isPending ? <LinesSkeleton lines={2} height={38} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data && steps.length === 0 ? <p className={styles.empty}>{words.noRules.tier_bonus}</p> : null}
      <ul className={styles.rows}>
        {bonuses?.steps.map((step, index) => {
          const threshold = bonuses.metric === 'sales' ? moneyString(step.threshold, currency) : step.threshold;
          return (
            <LineRow
              key={`${step.window}${step.threshold}`}
              state={words.enjoying(steps[index]?.running ?? 0)}
              second={null}
              mark={marks?.ofStep(index + 1) ?? null}
              end={
                <LinkButton type="text" size="small" to="/rules/tier-bonuses">
                  {own.change}
                </LinkButton>
              }
            >
              {own.step(
                bonusWindowWords[step.window][language],
                bonuses.metric,
                <Token label="" text={threshold} />,
                step.days === null ? null : <Token label="" text={own.days(step.days)} />,
                <b className={styles.rate}>{steps[index]?.rateText}</b>,
              )}
            </LineRow>
          );
        })}
      </ul>
    </LayerSection>
  );
}

/** The programmes: what a promoter gets when no layer above matched. */
export function DefaultLayer({ marks }: { marks: Marks | null }) {
  const words = useWords(rulesWords);
  const own = useWords(layersWords);
  const navigate = useNavigate();
  const query = useProgrammes();
  const programmes = query.data?.data ?? [];
  return (
    <LayerSection
      layer="default"
      count={programmes.length}
      hasWon={marks?.wonLayer('default') ?? false}
      onAdd={() => void navigate('/rules/programmes?add=1')}
      addLabel={own.addProgramme}
    >
      {query.isPending ? <LinesSkeleton lines={3} height={38} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data && programmes.length === 0 ? <p className={styles.empty}>{words.noRules.default}</p> : null}
      <ul className={styles.rows}>
        {programmes.map((programme) => (
          <LineRow
            key={programme.id}
            state={words.people(programme.promoters)}
            second={programme.active ? null : words.inactive}
            isOver={!programme.active}
            mark={marks?.ofProgramme(programme.id) ?? null}
            end={
              <LinkButton type="text" size="small" to={`/rules/programmes?open=${encodeURIComponent(programme.id)}`}>
                {own.change}
              </LinkButton>
            }
          >
            <ProgrammeSentence programme={programme} />
          </LineRow>
        ))}
      </ul>
    </LayerSection>
  );
}
