import { ArrowLeftOutlined } from '@ant-design/icons';
import { promoterStatusWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { StatusTag } from '../../kit/panel/status-tag';
import { Avatar } from '../../kit/shell/avatar';
import { Page } from '../../kit/shell/page';
import { TwoColumns } from '../../kit/shell/two-columns';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { dayOfInstant, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { BalanceFigures } from './balance-figures';
import { PromoterActions } from './promoter-actions';
import { PromoterCommissions } from './promoter-commissions';
import { PromoterSide } from './promoter-side';
import { PromoterWork } from './promoter-work';
import styles from './promoters.module.css';
import { type PromoterDetail, promoterTones } from './types';
import { promotersWords } from './words';

/** One promoter: what can be taken, what waits, the work against peers, the commissions, and the dated story. */
export function PromoterPage() {
  const words = useWords(promotersWords);
  const { code = '' } = useParams();
  const query = useQuery({
    queryKey: ['promoters', 'one', code],
    queryFn: ({ signal }) => call(routes.promoters.read, { params: { code }, signal }),
  });
  const person = query.data;
  if (query.error && !person) {
    return (
      <Page title={words.title}>
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} />
      </Page>
    );
  }
  if (!person) {
    return (
      <Page title={words.title} isBounded>
        <LinesSkeleton lines={8} height={56} />
      </Page>
    );
  }
  return (
    <Page title={person.name} head={<PromoterHead person={person} />} isBounded>
      {person.statusReason && person.status !== 'active' ? <Notice tone="risk">{person.statusReason}</Notice> : null}
      <BalanceFigures code={code} />
      <TwoColumns side={<PromoterSide code={code} />}>
        <PromoterWork code={code} />
        <PromoterCommissions code={code} />
      </TwoColumns>
    </Page>
  );
}

function PromoterHead({ person }: { person: PromoterDetail }) {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const joined = person.joinedAt ? dayOfInstant(instantOf(person.joinedAt), timezone, language, now) : null;
  const inviter = person.inviter ? (
    <Link to={`/promoters/${encodeURIComponent(person.inviter)}`}>{person.inviterName ?? person.inviter}</Link>
  ) : null;
  return (
    <header className={styles.head}>
      <LinkButton to="/promoters" type="text" icon={<ArrowLeftOutlined />} aria-label={words.back} />
      <Avatar name={person.name} src={person.avatar} size={44} />
      <div className={styles.headText}>
        <div className={styles.headName}>
          <h1>{person.name}</h1>
          <StatusTag tone={promoterTones[person.status]}>{promoterStatusWords[person.status][language]}</StatusTag>
          <StatusTag>
            {person.programmeName}
            {person.pinnedProgramme ? ` · ${words.pinned}` : ''}
          </StatusTag>
          {person.groupName ? (
            <StatusTag>
              {person.groupName}
              {person.pinnedGroup ? ` · ${words.pinned}` : ''}
            </StatusTag>
          ) : null}
        </div>
        <div className={styles.headLine}>{words.joinedLine(person.code, person.phone, joined, inviter)}</div>
      </div>
      <PromoterActions person={person} />
    </header>
  );
}
