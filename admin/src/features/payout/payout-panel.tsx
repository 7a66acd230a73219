import { payoutChannelWords, payoutStatusWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { Link } from 'react-router';
import { Can } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { PanelPlace } from '../../kit/list/list-page';
import { negateAmount, signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { StatusTag, StatusText } from '../../kit/panel/status-tag';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { call } from '../../lib/call';
import styles from './payout.module.css';
import { type PayoutDetail, payoutTones } from './types';
import { usePayoutDecisions } from './use-payout-decisions';
import { payoutWords } from './words';

export function PayoutPanel({ id, place, onPrevious, onNext, onClose }: PanelPlace) {
  const words = useWords(payoutWords);
  const query = useQuery({
    queryKey: ['payout', 'one', id],
    queryFn: ({ signal }) => call(routes.payout.read, { params: { id }, signal }),
  });
  const payout = query.data;
  return (
    <SidePanel
      title={words.panelTitle(payout?.number ?? '')}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={
        payout && Object.values(payout.can).some(Boolean) ? (
          <PayoutActions payout={payout} onNext={onNext} />
        ) : undefined
      }
    >
      {query.isPending ? <LinesSkeleton lines={8} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {payout ? <PayoutBody payout={payout} /> : null}
    </SidePanel>
  );
}

function PayoutActions({ payout, onNext }: { payout: PayoutDetail; onNext?: () => void }) {
  const words = useWords(payoutWords);
  const decisions = usePayoutDecisions(payout, onNext);
  const { can } = payout;
  return (
    <Can do="payout">
      {can.reject ? (
        <Button danger onClick={() => decisions.ask('reject')}>
          {words.reject}
        </Button>
      ) : null}
      {can.cancel ? <Button onClick={() => decisions.ask('cancel')}>{words.cancel}</Button> : null}
      <span className="push" />
      {can.result ? (
        <>
          <Button danger onClick={() => decisions.ask('failed')}>
            {words.failedResult}
          </Button>
          <Popconfirm
            title={words.paidTitle}
            description={words.paidDetail}
            okText={words.yes}
            cancelText={words.no}
            onConfirm={decisions.recordPaid}
          >
            <Button type="primary">{words.paidResult}</Button>
          </Popconfirm>
        </>
      ) : null}
      {can.approve ? (
        <Button type="primary" loading={decisions.isBusy} onClick={decisions.approve}>
          {onNext ? words.approveNext : words.approve}
        </Button>
      ) : null}
      {decisions.dialog}
    </Can>
  );
}

function PayoutBody({ payout }: { payout: PayoutDetail }) {
  const words = useWords(payoutWords);
  const language = useLanguage();
  const { currency } = payout;
  const parts: readonly (readonly [string, string])[] = [
    [words.fee, negateAmount(payout.fee, currency)],
    [words.tax, negateAmount(payout.tax, currency)],
  ];
  return (
    <>
      <div className={styles.hero}>
        <MoneyText amount={payout.amount} currency={currency} size="hero" />
        <StatusTag tone={payoutTones[payout.status]}>{payoutStatusWords[payout.status][language]}</StatusTag>
      </div>
      <p className={styles.sentence}>
        {words.sentence(
          <Link to={`/promoters/${encodeURIComponent(payout.promoter)}`}>{payout.promoterName}</Link>,
          payoutChannelWords[payout.channel][language],
        )}
      </p>
      {payout.reason ? <Notice tone={payout.status === 'failed' ? 'risk' : 'plain'}>{payout.reason}</Notice> : null}
      <PanelSection title={words.sum}>
        <dl className={styles.sum}>
          <div>
            <dt>{words.gross}</dt>
            <dd>
              <MoneyText amount={payout.amount} currency={currency} size="text" bare />
            </dd>
          </div>
          {parts
            .filter(([, amount]) => signOfAmount(amount) !== 0)
            .map(([name, amount]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  <MoneyText amount={amount} currency={currency} size="text" bare />
                </dd>
              </div>
            ))}
          <div className={styles.sumLast}>
            <dt>{cameBack.includes(payout.status) ? words.netReturned : words.net}</dt>
            <dd>
              <MoneyText
                amount={payout.transfer}
                currency={currency}
                size="section"
                struck={cameBack.includes(payout.status)}
              />
            </dd>
          </div>
        </dl>
      </PanelSection>
      <PanelSection title={words.history}>
        <ol className={styles.history}>
          {payout.history.map((entry) => (
            <li key={`${entry.at}${entry.status}`}>
              <TimeText at={entry.at} />
              <StatusText tone={payoutTones[entry.status]}>{payoutStatusWords[entry.status][language]}</StatusText>
              <Quiet>
                {withoutStatus(entry.text, payoutStatusWords[entry.status][language])}
                {entry.by ? words.by(entry.by) : ''}
              </Quiet>
            </li>
          ))}
        </ol>
      </PanelSection>
    </>
  );
}

/** What ended without a payment: the amount went back to what the promoter can take. */
const cameBack: readonly PayoutDetail['status'][] = ['rejected', 'failed', 'expired', 'cancelled'];

/** The state stands in front already; of the sentence about it only what it adds is left. */
function withoutStatus(text: string, status: string): string {
  return text.startsWith(status) ? text.slice(status.length).replace(/^[：:，,]\s*/, '') : text;
}
