import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { subtractAmounts } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { useZone } from '../../kit/time/zone-context';
import type { Changes } from '../plans/use-check';
import { ruleFormWords } from './form-words';
import styles from './rule-form.module.css';
import { TrialFields } from './trial-fields';
import { trialWords } from './trial-words';
import { type TrialState, useTried } from './use-trial';

interface RuleExampleProps {
  trial: TrialState;
  /** The change that is being written; null while it is not whole. */
  changes: Changes | null;
  ruleId: string;
}

/** What one order pays now and would pay with the rule as it is being written. */
export function RuleExample({ trial, changes, ruleId }: RuleExampleProps) {
  const words = useWords(ruleFormWords);
  const own = useWords(trialWords);
  const { currency } = useZone();
  const [isChoosing, setChoosing] = useState(false);
  const tried = useTried(trial.order, changes ?? [], changes !== null && trial.isComplete);
  const [before, after] = [trial.answer, changes === null ? undefined : tried.data];
  const goods = after?.trace.lines ?? before?.trace.lines ?? [];
  const { customer } = trial.order;
  const verdict = after?.verdicts[ruleId];
  return (
    <section className={styles.example} aria-label={words.example}>
      <div className={styles.exampleHead}>
        <h3>{words.example}</h3>
        <Button type="link" size="small" aria-expanded={isChoosing} onClick={() => setChoosing(!isChoosing)}>
          {isChoosing ? words.exampleHide : words.exampleOrder}
        </Button>
      </div>
      <p className={styles.exampleOrder}>
        {words.orderText(
          trial.promoterName ?? own.noPromoter,
          customer ? own.customers[customer] : '',
          goods.map((line) => words.good(line.name ?? line.sku, line.quantity)).join('、'),
        )}
      </p>
      {isChoosing ? (
        <div className={styles.exampleFields}>
          <TrialFields order={trial.order} onChange={trial.change} />
        </div>
      ) : null}
      {before ? (
        <dl className={styles.figures} aria-live="polite">
          <div>
            <dt>{words.exampleNow}</dt>
            <dd>
              <MoneyText amount={before.total} size="fact" tone={after ? 'quiet' : 'ink'} />
            </dd>
          </div>
          {after ? (
            <div>
              <dt>{words.exampleThen}</dt>
              <dd>
                <MoneyText amount={after.total} size="figure2" />
              </dd>
            </div>
          ) : null}
          {after ? <Difference amount={subtractAmounts(after.total, before.total, currency)} /> : null}
        </dl>
      ) : null}
      <p className={styles.verdict}>
        {changes === null
          ? words.exampleIncomplete
          : verdict
            ? `${verdict.won ? words.exampleWon : words.exampleLost}${verdict.text}`
            : after
              ? words.exampleUnreached
              : null}
      </p>
    </section>
  );
}

function Difference({ amount }: { amount: string }) {
  const words = useWords(ruleFormWords);
  const isSame = /^-?0*(\.0*)?$/.test(amount);
  return (
    <div>
      <dd>{isSame ? words.exampleSame : <MoneyText amount={amount} size="text-strong" signed />}</dd>
    </div>
  );
}
