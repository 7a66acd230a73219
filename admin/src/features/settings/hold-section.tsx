import { useWords } from '../../kit/i18n/words';
import { ChoiceToken, NumberToken } from '../../kit/sentence/token';
import styles from './settings.module.css';
import { SettingsFrame } from './settings-frame';
import { useSettings } from './use-settings';
import { settingsWords } from './words';

/** How long commission waits before it matures. */
export function HoldSection() {
  const words = useWords(settingsWords);
  const draft = useSettings();
  const editable = <T,>(commit: (value: string) => T) => (draft.mayEdit ? commit : undefined);
  return (
    <SettingsFrame draft={draft}>
      {({ hold, autoCompleteDays }) => (
        <div className={styles.sentences}>
          <p>
            {words.holdSentence(
              <ChoiceToken
                label={words.holdFrom}
                value={hold.from}
                options={[
                  { value: 'paid', label: words.holdFroms.paid },
                  { value: 'completed', label: words.holdFroms.completed },
                ]}
                onCommit={editable((from) =>
                  draft.change({ hold: { ...hold, from: from === 'paid' ? 'paid' : 'completed' } }),
                )}
              />,
              <NumberToken
                label={words.holdDays}
                value={String(hold.days)}
                text={words.days(String(hold.days))}
                max="3650"
                onCommit={editable((days) => draft.change({ hold: { ...hold, days: Math.round(Number(days)) } }))}
              />,
            )}
          </p>
          <p>
            {words.completeSentence(
              <NumberToken
                label={words.completeDays}
                value={String(autoCompleteDays)}
                text={words.days(String(autoCompleteDays))}
                min="1"
                max="365"
                onCommit={editable((days) => draft.change({ autoCompleteDays: Math.round(Number(days)) }))}
              />,
            )}
          </p>
          <p className={styles.why}>{words.holdWhy}</p>
        </div>
      )}
    </SettingsFrame>
  );
}
