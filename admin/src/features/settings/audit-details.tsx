import { actorWords } from '@fenrun/contracts/labels';
import { Modal } from 'antd';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { Facts } from '../../kit/panel/side-panel';
import { TimeText } from '../../kit/time/time-text';
import type { AnswerOf } from '../../lib/call';
import styles from './settings.module.css';
import { settingsWords } from './words';

/** One entry of the audit log with everything that was kept of it. */
export function AuditDetails({
  entry,
  onClose,
}: {
  entry: AnswerOf<'identity.audit'>['data'][number];
  onClose: () => void;
}) {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const hasDetails = Object.keys(entry.details).length > 0;
  return (
    <Modal open title={entry.text} footer={null} width={560} onCancel={onClose}>
      <Facts
        items={[
          [words.auditWhen, <TimeText key="at" at={entry.at} />],
          [words.auditWho, `${entry.actor.name} · ${actorWords[entry.actor.kind][language]}`],
          [words.auditAction, entry.action],
          [words.auditSubject, entry.subject ? `${entry.subject.kind} ${entry.subject.id}` : null],
          [words.auditReason, entry.reason],
          [words.auditFrom, [entry.ip, entry.requestId].filter(Boolean).join(' · ')],
        ]}
      />
      {hasDetails ? <pre className={styles.details}>{JSON.stringify(entry.details, null, 2)}</pre> : null}
    </Modal>
  );
}
