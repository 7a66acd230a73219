import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useLeaveGuard } from '../../kit/form/use-leave-guard';
import { useWords } from '../../kit/i18n/words';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import styles from './settings.module.css';
import type { Settings, SettingsDraft } from './use-settings';
import { settingsWords } from './words';

interface SettingsFrameProps {
  draft: SettingsDraft;
  children: (settings: Settings) => ReactNode;
}

/** What the sections of the versioned settings share: loading, failing, warnings, and the bar that saves. */
export function SettingsFrame({ draft, children }: SettingsFrameProps) {
  const words = useWords(settingsWords);
  const { query, settings, mayEdit } = draft;
  useLeaveGuard(draft.isChanged);
  if (query.isPending) return <LinesSkeleton lines={5} />;
  if (!settings || !query.data)
    return <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} />;
  return (
    <>
      {mayEdit ? null : <Notice tone="plain">{words.readOnly}</Notice>}
      {children(settings)}
      {query.data.warnings.map((warning) => (
        <div key={warning.code} style={{ maxWidth: 720, marginTop: 12 }}>
          <Notice tone="warn">{warning.text}</Notice>
        </div>
      ))}
      {draft.isChanged ? (
        <div className={styles.saveBar} role="status">
          <span>{words.changed}</span>
          <Button type="primary" loading={draft.isBusy} onClick={draft.save}>
            {words.saveVersion}
          </Button>
          <Button onClick={draft.discard}>{words.discard}</Button>
        </div>
      ) : (
        <p className={styles.version}>{words.version(query.data.version, query.data.savedBy)}</p>
      )}
    </>
  );
}
