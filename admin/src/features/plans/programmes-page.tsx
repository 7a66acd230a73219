import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Can, useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { NumberToken, Token } from '../../kit/sentence/token';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { dayOfInstant, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import styles from './plans.module.css';
import { ProgrammePanel } from './programme-panel';
import { type Programme, rateText } from './rate';
import { RulesFrame } from './rules-frame';
import { plansWords } from './words';

/** What is paid, as sentences: each programme with its default rate, which a click edits in place. */
export function ProgrammesPage() {
  const words = useWords(plansWords);
  const url = useListUrl();
  const [isAdding, setAdding] = useState(false);
  const query = useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  });
  const programmes = query.data?.data ?? [];
  const openId = url.get('open');
  const add = (
    <Can do="rules">
      <Button type="primary" onClick={() => setAdding(true)}>
        {words.add}
      </Button>
    </Can>
  );
  const close = () => {
    setAdding(false);
    url.set({ open: null });
  };
  const panel = isAdding ? (
    <ProgrammePanel key="new" id={null} onClose={close} />
  ) : openId ? (
    <ProgrammePanel key={openId} id={openId} onClose={close} />
  ) : undefined;
  return (
    <RulesFrame tab="programmes" actions={add} panel={panel} isBounded>
      <p className={styles.intro}>{words.intro}</p>
      {query.isPending ? <LinesSkeleton lines={4} height={38} /> : null}
      {query.error ? <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} /> : null}
      {query.data && programmes.length === 0 ? (
        <EmptyState title={words.emptyTitle} actions={add}>
          {words.emptyDetail}
        </EmptyState>
      ) : null}
      <ul className={styles.rules} aria-label={words.programmes}>
        {programmes.map((programme) => (
          <ProgrammeLine
            key={programme.id}
            programme={programme}
            isOpen={programme.id === openId}
            onOpen={() => url.set({ open: programme.id })}
          />
        ))}
      </ul>
    </RulesFrame>
  );
}

/** Special rates that are named in the sentence before the rest is only counted. */
const specialsNamed = 2;

function ProgrammeLine({ programme, isOpen, onOpen }: { programme: Programme; isOpen: boolean; onOpen: () => void }) {
  const words = useWords(plansWords);
  const language = useLanguage();
  const { currency, timezone } = useZone();
  const now = useNow();
  const mayEdit = useCan('rules');
  const saveRate = useSaveRate(programme);
  const { rate, skus, categories } = programme;
  const text = rateText(rate, currency, words);
  const rateToken =
    rate !== null && 'percent' in rate ? (
      <NumberToken
        label={words.rateLabel}
        value={rate.percent}
        text={<b>{text}</b>}
        unit="%"
        max="100"
        onCommit={mayEdit ? saveRate : undefined}
      />
    ) : (
      <Token label={words.rateLabel} text={<b>{text}</b>} />
    );
  const specials = [
    ...categories.map((one) => ({ what: one.category, suffix: words.categorySuffix, rate: one.rate })),
    ...skus.map((one) => ({ what: one.sku, suffix: '', rate: one.rate })),
  ];
  return (
    <li className={`${styles.rule} ${isOpen ? styles.openRule : ''} ${programme.active ? '' : styles.inactive}`}>
      <span className={styles.sentence}>
        {words.sentence(<Token label={words.name} text={programme.name} />, programme.isDefault, rateToken)}
        {specials.slice(0, specialsNamed).map((special) => (
          <span key={special.what}>
            {words.special(
              <>
                <Token label={words.skus} text={special.what} />
                {special.suffix}
              </>,
              rateText(special.rate, currency, words),
            )}
          </span>
        ))}
        {specials.length > specialsNamed ? words.moreSpecials(specials.length - specialsNamed) : null}
      </span>
      <span className={styles.quiet}>{words.members(programme.promoters)}</span>
      <span className={styles.quiet}>
        {programme.active
          ? programme.since
            ? words.since(dayOfInstant(instantOf(programme.since), timezone, language, now))
            : words.always
          : words.inactive}
      </span>
      <Button type="text" size="small" onClick={onOpen}>
        {words.edit}
      </Button>
    </li>
  );
}

function useSaveRate(programme: Programme) {
  const words = useWords(plansWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  return async (percent: string) => {
    const { name, skus, categories, recurring, version } = programme;
    try {
      await call(routes.plans.saveProgramme, {
        params: { id: programme.id },
        body: { name, skus, categories, recurring, version, rate: { percent } },
      });
      message.success(words.rateSaved(name, `${percent}%`));
      void client.invalidateQueries({ queryKey: ['plans'] });
    } catch (error) {
      report(error);
    }
  };
}
