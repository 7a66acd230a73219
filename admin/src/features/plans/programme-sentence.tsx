import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { NumberToken, Token } from '../../kit/sentence/token';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import styles from './plans.module.css';
import { type Programme, rateText } from './rate';
import { plansWords } from './words';

/** Special rates that are named in the sentence before the rest is only counted. */
const specialsNamed = 2;

/** A programme as it reads, with its default rate, which a click edits in place. */
export function ProgrammeSentence({ programme }: { programme: Programme }) {
  const words = useWords(plansWords);
  const { currency } = useZone();
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
    <>
      {words.sentence(
        <Token label={words.name} text={programme.name} />,
        programme.isDefault,
        <span className={styles.rate}>{rateToken}</span>,
      )}
      {specials.slice(0, specialsNamed).map((special) => (
        <span key={`${special.suffix}${special.what}`}>
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
    </>
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
