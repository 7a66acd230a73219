import { ReloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { isProblem } from '../../lib/problem';
import { useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import styles from './states.module.css';

interface ProblemStateProps {
  error: unknown;
  /** What could not be fetched, as a noun: "commissions". */
  what?: string;
  onRetry?: () => void;
  small?: boolean;
}

/** What happened, what was not lost, and what to do: the shape of every failure to load. */
export function ProblemState({ error, what, onRetry, small }: ProblemStateProps) {
  const words = useWords(kitWords);
  const language = useLanguage();
  const { message } = App.useApp();
  const problem = isProblem(error) ? error : null;
  const isNetwork = problem?.status === 0;
  const requestId = problem?.requestId ?? null;
  const sentences = [
    isNetwork ? words.networkDetail : problem?.detail || problem?.title,
    isNetwork ? '' : words.keptFilters,
    requestId ? words.supportHint(requestId) : '',
  ];
  const copyId = async () => {
    await navigator.clipboard.writeText(requestId ?? '');
    message.success(words.copied);
  };
  return (
    <section className={`${styles.state} ${small ? styles.small : ''}`} role="alert">
      <h2 className={styles.title}>
        {what ? words.loadTitle(what) : isNetwork ? words.networkTitle : words.problemTitle}
      </h2>
      <div className={styles.detail}>{sentences.filter(Boolean).join(language === 'zh' ? '' : ' ')}</div>
      <div className={styles.actions}>
        {onRetry ? (
          <Button type="primary" icon={<ReloadOutlined />} onClick={onRetry}>
            {words.retry}
          </Button>
        ) : null}
        {requestId ? (
          <Button type="text" onClick={copyId}>
            {words.copyId}
          </Button>
        ) : null}
      </div>
    </section>
  );
}
