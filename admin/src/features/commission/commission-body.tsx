import { adjustmentWords, commissionStatusWords, stepWords } from '@fenrun/contracts/labels';
import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { LifeLine, type LifeStep } from '../../kit/panel/life-line';
import { PanelSection } from '../../kit/panel/side-panel';
import { Notice, type NoticeTone } from '../../kit/states/notice';
import { LeadClause, Quiet } from '../../kit/text';
import { durationText, instantOf } from '../../kit/time/time-format';
import { TimeText } from '../../kit/time/time-text';
import { useNow } from '../../kit/time/use-now';
import styles from './commission-body.module.css';
import { CommissionTag } from './commission-cells';
import { CommissionTrace } from './commission-trace';
import type { CommissionDetail } from './types';
import { commissionWords } from './words';

/** One commission, top to bottom: amount and state, who and from what, its life, why it waits, how it was computed. */
export function CommissionBody({ commission }: { commission: CommissionDetail }) {
  const words = useWords(commissionWords);
  const { currency, status } = commission;
  const isOver = status === 'rejected' || status === 'reversed';
  return (
    <>
      <div className={styles.hero}>
        <MoneyText amount={commission.net} currency={currency} size="hero" tone={isOver ? 'quiet' : 'ink'} />
        <CommissionTag status={status} />
        {status === 'in_review' ? null : <Quiet>{commission.next}</Quiet>}
      </div>
      <p className={styles.sentence}>
        {words.sentence(
          <Link to={`/promoters/${encodeURIComponent(commission.promoter)}`}>{commission.promoterName}</Link>,
          words.where([commission.groupName, commission.programmeName].filter((part) => part !== null)),
          <Link to={`/sales?open=${encodeURIComponent(commission.order)}`}>{commission.order}</Link>,
          <MoneyText amount={commission.orderTotal} currency={currency} size="text" tone="text" />,
        )}
      </p>
      <LifeLine label={words.life} steps={useSteps(commission)} />
      <Reasons commission={commission} />
      {commission.adjustments.length > 0 ? <Adjustments commission={commission} /> : null}
      <CommissionTrace trace={commission.trace} currency={commission.currency} />
      <PanelSection title={words.attribution}>
        <p className={styles.small}>{commission.trace.attribution}</p>
      </PanelSection>
      <PanelSection title={words.told}>
        <p className={styles.small}>{commission.sentence}</p>
      </PanelSection>
    </>
  );
}

function useSteps(commission: CommissionDetail): readonly LifeStep[] {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const now = useNow();
  const isOver = commission.status === 'rejected' || commission.status === 'reversed';
  return commission.steps.map((step) => {
    const isEnd = isOver && step.state === 'now';
    const isWaiting = step.step === 'approved' && step.state === 'now' && commission.waitingSince !== null;
    const time = step.at ?? step.expectedAt;
    const shown = time ? <TimeText key="time" at={time} /> : undefined;
    const text = isEnd ? commissionStatusWords[commission.status][language] : step.text;
    const waited = isWaiting
      ? words.waited(durationText(now - instantOf(commission.waitingSince ?? ''), language))
      : undefined;
    return {
      key: step.step,
      title: stepWords[step.step][language],
      state: isEnd ? 'failed' : step.state,
      // What happened is dated first; what is expected says its condition first, and then the day.
      when: step.at ? shown : text,
      how: step.at ? text : (shown ?? waited),
    };
  });
}

const tones = { hold: 'risk', review: 'warn', info: 'plain' } satisfies Record<
  CommissionDetail['review'][number]['severity'],
  NoticeTone
>;

function Reasons({ commission }: { commission: CommissionDetail }) {
  const words = useWords(commissionWords);
  const isWaiting = commission.status === 'in_review' || commission.status === 'pending';
  if (commission.reason && !isWaiting) {
    return (
      <Notice tone={commission.status === 'rejected' ? 'risk' : 'plain'}>
        <strong>{commission.reason}</strong>
        {commission.decidedBy ? <Quiet> {words.decidedBy(commission.decidedBy)}</Quiet> : null}
      </Notice>
    );
  }
  const grave = commission.review.filter((reason) => reason.code !== 'default_manual');
  if (grave.length === 0) {
    return commission.status === 'in_review' ? <Notice tone="plain">{words.noRiskWait}</Notice> : null;
  }
  return (
    <div className={styles.reasons}>
      {grave.map((reason) => (
        <Notice key={reason.code} tone={tones[reason.severity]}>
          <LeadClause text={reason.text} />
        </Notice>
      ))}
    </div>
  );
}

function Adjustments({ commission }: { commission: CommissionDetail }) {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const { currency } = commission;
  return (
    <PanelSection title={words.adjustments}>
      <ul className={styles.adjustments}>
        <li>
          <span>{words.atSale}</span>
          <TimeText at={commission.paidAt} />
          <span className={styles.right}>
            <MoneyText amount={commission.amount} currency={currency} size="text" />
          </span>
        </li>
        {commission.adjustments.map((adjustment) => (
          <li key={adjustment.id}>
            <span>{adjustmentWords[adjustment.kind][language]}</span>
            <TimeText at={adjustment.at} />
            <Quiet>{[adjustment.reason, adjustment.by].filter(Boolean).join(' · ')}</Quiet>
            <span className={styles.right}>
              <MoneyText amount={adjustment.amount} currency={currency} size="text" signed />
            </span>
          </li>
        ))}
        <li className={styles.last}>
          <span>{words.nowNet}</span>
          <span className={styles.right}>
            <MoneyText amount={commission.net} currency={currency} size="text" />
          </span>
        </li>
      </ul>
    </PanelSection>
  );
}
