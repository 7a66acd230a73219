import { CheckCircleFilled, ExclamationCircleFilled, InfoCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import styles from './states.module.css';

export type NoticeTone = 'warn' | 'risk' | 'ok' | 'plain';

const icons = {
  warn: <ExclamationCircleFilled />,
  risk: <ExclamationCircleFilled />,
  ok: <CheckCircleFilled />,
  plain: <InfoCircleFilled />,
} satisfies Record<NoticeTone, ReactNode>;

/** One sentence that the reader must see before acting, on its tint, with an icon and never by colour alone. */
export function Notice({ tone = 'warn', children }: { tone?: NoticeTone; children: ReactNode }) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'risk' ? 'alert' : 'note'}>
      <span className={styles.noticeIcon} aria-hidden="true">
        {icons[tone]}
      </span>
      <div className={styles.noticeBody}>{children}</div>
    </div>
  );
}
