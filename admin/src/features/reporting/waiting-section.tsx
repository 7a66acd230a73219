import { RightOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { Section } from '../../kit/shell/section';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { durationText, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import type { AnswerOf } from '../../lib/call';
import { useWaiting } from '../../lib/use-waiting';
import styles from './overview.module.css';
import { overviewWords } from './words';

type Waiting = AnswerOf<'reporting.waiting'>;

interface WaitingItem {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly count: string;
  readonly hint: ReactNode;
  readonly isRisk?: boolean;
  readonly right: ReactNode;
}

/** What waits for a decision, each with how much and how long, and the way there. */
export function WaitingSection() {
  const words = useWords(overviewWords);
  const query = useWaiting();
  const items = useItems(query.data);
  return (
    <Section title={words.waiting}>
      {query.isPending ? <LinesSkeleton lines={5} height={54} /> : null}
      {query.error && !query.data ? (
        <ProblemState error={query.error} what={words.waiting} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data && items.length === 0 ? (
        <EmptyState title={words.waitingNone} small>
          {words.waitingNoneDetail}
        </EmptyState>
      ) : null}
      <ul className={styles.waiting}>
        {items.map((item) => (
          <li key={item.key}>
            <Link to={item.to} className={styles.waitingLink}>
              <span className={styles.waitingTitle}>
                {item.title} <b>{item.count}</b>
              </span>
              <span className={styles.waitingRight}>
                {item.right}
                <RightOutlined className={styles.arrow} />
              </span>
              <span className={`${styles.waitingHint} ${item.isRisk ? styles.waitingRisk : ''}`}>{item.hint}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function useItems(waiting: Waiting | undefined): readonly WaitingItem[] {
  const words = useWords(overviewWords);
  const language = useLanguage();
  const now = useNow();
  if (!waiting) return [];
  const oldest = (at: string | null) =>
    at === null ? '' : words.oldestWaits(durationText(now - instantOf(at), language));
  const joined = (...parts: string[]) => parts.filter(Boolean).join(words.comma);
  const money = (amount: string) => <MoneyText amount={amount} currency={waiting.currency} size="text" />;
  const { commissions, payouts, failedPayouts, applications, unattributed, shippingProblems } = waiting;
  const items: (WaitingItem & { readonly isThere: boolean })[] = [
    {
      key: 'commissions',
      isThere: commissions.count > 0,
      to: '/approvals',
      title: words.commissionsWaiting,
      count: words.items(commissions.count),
      hint: joined(oldest(commissions.oldestAt), commissions.flagged > 0 ? words.flagged(commissions.flagged) : ''),
      right: money(commissions.amount),
    },
    {
      key: 'payouts',
      isThere: payouts.count > 0,
      to: '/payouts?status=requested',
      title: words.payoutsWaiting,
      count: words.items(payouts.count),
      hint: oldest(payouts.oldestAt),
      right: money(payouts.amount),
    },
    {
      key: 'failed',
      isThere: failedPayouts.count > 0,
      to: '/payouts?status=failed',
      title: words.payoutsFailed,
      count: words.items(failedPayouts.count),
      hint: joined(failedPayouts.reason ?? '', words.returned),
      isRisk: true,
      right: money(failedPayouts.amount),
    },
    {
      key: 'applications',
      isThere: applications.count > 0,
      to: '/approvals?tab=applications',
      title: words.applicationsWaiting,
      count: words.people(applications.count),
      hint: oldest(applications.oldestAt),
      right: <span className={styles.quiet}>{words.complete(applications.complete)}</span>,
    },
    {
      key: 'unattributed',
      isThere: unattributed.count > 0,
      to: '/sales?unresolved=promoter',
      title: words.unattributed,
      count: words.items(unattributed.count),
      hint: words.assignable,
      right: money(unattributed.amount),
    },
    {
      key: 'shipping',
      isThere: shippingProblems.count > 0,
      to: '/sales?trouble=shipping&trouble=refund',
      title: words.shipping,
      count: words.items(shippingProblems.count),
      hint: words.shippingHint,
      isRisk: true,
      right: null,
    },
  ];
  return items.filter((item) => item.isThere);
}
