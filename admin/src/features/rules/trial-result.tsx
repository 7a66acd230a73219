import { commissionKindWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { Notice } from '../../kit/states/notice';
import { Bar } from '../../kit/states/skeleton';
import { useZone } from '../../kit/time/zone-context';
import { isProblem } from '../../lib/problem';
import styles from './trial.module.css';
import { trialWords } from './trial-words';
import type { Trial } from './types';
import type { TrialState } from './use-trial';

type Payee = Trial['payees'][number];

/** What the order would pay: the sum in large, who gets it, and the multiplication of each line. */
export function TrialResult({ trial }: { trial: TrialState }) {
  const words = useWords(trialWords);
  const { answer, error, isAsking, isComplete } = trial;
  if (error) {
    const problem = isProblem(error) ? error : null;
    const text = [
      problem?.detail || problem?.title || words.failed,
      ...(problem?.errors ?? []).map((one) => one.detail),
    ];
    return (
      <div className={styles.problem}>
        <Notice tone="warn">{[...new Set(text)].join(' ')}</Notice>
      </div>
    );
  }
  if (!isComplete) return <p className={`${styles.result} ${styles.label}`}>{words.incomplete}</p>;
  if (!answer) {
    return (
      <div className={styles.result} aria-busy="true">
        <Bar width={120} />
        <div style={{ height: 8 }} />
        <Bar width={180} height={40} />
      </div>
    );
  }
  return (
    <div className={`${styles.result} ${isAsking ? styles.asking : ''}`} aria-live="polite">
      <TrialAnswer answer={answer} />
    </div>
  );
}

/** The sum and what it is made of. */
export function TrialAnswer({ answer }: { answer: Trial }) {
  const words = useWords(trialWords);
  const { currency } = useZone();
  const { payees, trace } = answer;
  const [only] = payees;
  const people = new Set(payees.map(({ promoter }) => promoter)).size;
  const label = !only ? words.resultNone : people === 1 ? words.result(only.promoterName) : words.resultMany(people);
  return (
    <>
      <p className={styles.label}>{label}</p>
      <MoneyText amount={answer.total} size="hero" />
      {trace.nothing ? <p className={styles.label}>{trace.nothing}</p> : null}
      <dl className={styles.sums}>
        {payees.map((payee) => (
          <PayeeLines key={`${payee.promoter}${payee.kind}`} payee={payee} isNamed={payees.length > 1} />
        ))}
      </dl>
      <dl className={`${styles.sums} ${styles.foot}`}>
        {answer.remarks.map((remark) => (
          <div key={remark} className={styles.remark}>
            {remark}
          </div>
        ))}
        <div className={styles.sum}>
          <dt>{words.share(moneyString(answer.paid, currency))}</dt>
          <dd>{words.shareText(percentText(answer.share), percentText(answer.cap))}</dd>
        </div>
      </dl>
    </>
  );
}

const percentText = (text: string): string => (text.endsWith('%') ? text : `${text}%`);

function PayeeLines({ payee, isNamed }: { payee: Payee; isNamed: boolean }) {
  const words = useWords(trialWords);
  const language = useLanguage();
  const lineText = ({ name, base, rate }: Payee['lines'][number]): string => {
    if (rate === null) return words.lineNone(name);
    return rate.endsWith('%') ? words.line(name, base, rate) : words.lineFixed(name, rate);
  };
  return (
    <>
      {isNamed ? (
        <div className={`${styles.sum} ${styles.payee}`}>
          <dt>
            {payee.promoterName} · {commissionKindWords[payee.kind][language]}
          </dt>
          <dd>
            <MoneyText amount={payee.amount} size="text-strong" />
          </dd>
        </div>
      ) : null}
      {payee.lines.map((line) => (
        <div key={line.index} className={styles.sum}>
          <dt>{lineText(line)}</dt>
          <dd>
            <MoneyText amount={line.amount} size={isNamed ? 'text' : 'text-strong'} />
          </dd>
        </div>
      ))}
    </>
  );
}
