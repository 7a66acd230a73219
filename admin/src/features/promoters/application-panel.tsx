import { agreementWords, promoterStatusWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Ref, useImperativeHandle, useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { PanelPlace } from '../../kit/list/list-page';
import { Facts, PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { StatusTag } from '../../kit/panel/status-tag';
import { Avatar } from '../../kit/shell/avatar';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { call } from '../../lib/call';
import styles from './promoters.module.css';
import { type PromoterDetail, promoterTones } from './types';
import { useStanding } from './use-standing';
import { promotersWords } from './words';

interface ApplicationPanelProps extends PanelPlace {
  actions?: Ref<{ approve(): void; reject(): void }>;
}

/** Somebody who wants to promote: what they gave, what is missing, and the decision. */
export function ApplicationPanel({ id, place, onPrevious, onNext, onClose, actions }: ApplicationPanelProps) {
  const words = useWords(promotersWords);
  const mayDecide = useCan('promoters');
  const query = useQuery({
    queryKey: ['promoters', 'one', id],
    queryFn: ({ signal }) => call(routes.promoters.read, { params: { code: id }, signal }),
  });
  const [isBusy, setBusy] = useState(false);
  const standing = useStanding(() => (onNext ? onNext() : onClose()));
  const person = query.data;
  const canDecide = mayDecide && person?.status === 'applicant';
  const approve = async () => {
    if (!person || !canDecide || isBusy) return;
    setBusy(true);
    await standing.approve(person);
    setBusy(false);
  };
  const reject = () => {
    if (person && canDecide) standing.ask('reject', person);
  };
  useImperativeHandle(actions, () => ({ approve: () => void approve(), reject }));
  const footer = canDecide ? (
    <>
      <Button danger onClick={reject}>
        {words.reject} <kbd>R</kbd>
      </Button>
      <span className="push" />
      <Button type="primary" onClick={approve} loading={isBusy}>
        {onNext ? words.approveNext : words.approve} <kbd>A</kbd>
      </Button>
    </>
  ) : undefined;
  return (
    <SidePanel
      title={words.applicant(person?.name ?? '')}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={footer}
    >
      {query.isPending ? <LinesSkeleton lines={7} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {person ? <ApplicationBody person={person} /> : null}
      {standing.dialog}
    </SidePanel>
  );
}

function ApplicationBody({ person }: { person: PromoterDetail }) {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const { application } = person;
  const missing = application?.missing ?? [];
  return (
    <>
      <div className={styles.who}>
        <Avatar name={person.name} src={person.avatar} size={44} />
        <div>
          <div className={styles.whoName}>
            {person.name}{' '}
            <StatusTag tone={promoterTones[person.status]}>{promoterStatusWords[person.status][language]}</StatusTag>
          </div>
          <Quiet>{application ? <TimeText at={application.at} as="relative" /> : null}</Quiet>
        </div>
      </div>
      {missing.length > 0 ? (
        <Notice tone="warn">
          <strong>{words.missingTitle}</strong> {missing.join(language === 'zh' ? '、' : ', ')}
        </Notice>
      ) : (
        <Notice tone="ok">{words.allThere}</Notice>
      )}
      <PanelSection>
        <Facts
          items={[
            [
              words.phone,
              person.phone ? (
                <>
                  {person.phone}{' '}
                  <Quiet>{application?.phoneVerified ? words.phoneVerified : words.phoneNotVerified}</Quiet>
                </>
              ) : null,
            ],
            [
              words.invitedBy,
              person.inviter ? (
                <Link key="inviter" to={`/promoters/${encodeURIComponent(person.inviter)}`}>
                  {person.inviterName ?? person.inviter}
                </Link>
              ) : (
                <Quiet key="none">{words.noInviter}</Quiet>
              ),
            ],
            [words.programme, person.programmeName],
            [words.applicationText, application?.words],
            [
              words.consents,
              person.consents.length === 0
                ? null
                : person.consents.map((consent) => (
                    <div key={`${consent.kind}${consent.version}`}>
                      {agreementWords[consent.kind][language]} {words.consentVersion(consent.version)}{' '}
                      <Quiet>
                        <TimeText at={consent.at} />
                      </Quiet>
                    </div>
                  )),
            ],
          ]}
        />
      </PanelSection>
    </>
  );
}
