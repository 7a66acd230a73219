import { bindingWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { ChoiceToken, NumberToken } from '../../kit/sentence/token';
import styles from './settings.module.css';
import { SettingsFrame } from './settings-frame';
import { type Settings, useSettings } from './use-settings';
import { settingsWords } from './words';

type Attribution = Settings['attribution'];

const usualBindingDays = 180;

/** Who gets a sale that names nobody. */
export function AttributionSection() {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const draft = useSettings();
  const editable = <T,>(commit: (value: string) => T) => (draft.mayEdit ? commit : undefined);
  return (
    <SettingsFrame draft={draft}>
      {({ attribution }) => {
        const change = (patch: Partial<Attribution>) => draft.change({ attribution: { ...attribution, ...patch } });
        const bind = (binding: string) =>
          change({
            binding: binding as Attribution['binding'],
            bindingDays: binding === 'window' ? (attribution.bindingDays ?? usualBindingDays) : null,
          });
        return (
          <div className={styles.sentences}>
            <p>
              {words.attributionSentence(
                <ChoiceToken
                  label={words.touch}
                  value={attribution.touch}
                  options={[
                    { value: 'last', label: words.touches.last },
                    { value: 'first', label: words.touches.first },
                  ]}
                  onCommit={editable((touch) => change({ touch: touch === 'first' ? 'first' : 'last' }))}
                />,
                <NumberToken
                  label={words.windowDays}
                  value={String(attribution.windowDays)}
                  text={words.days(String(attribution.windowDays))}
                  min="1"
                  max="3650"
                  onCommit={editable((days) => change({ windowDays: Math.round(Number(days)) }))}
                />,
              )}
            </p>
            <p>
              {words.bindingSentence(
                <ChoiceToken
                  label={words.binding}
                  value={attribution.binding}
                  options={wordOptions(bindingWords, language)}
                  onCommit={editable(bind)}
                />,
              )}
            </p>
            {attribution.binding === 'window' ? (
              <p>
                {words.bindingDaysSentence(
                  <NumberToken
                    label={words.bindingDays}
                    value={String(attribution.bindingDays ?? usualBindingDays)}
                    text={words.days(String(attribution.bindingDays ?? usualBindingDays))}
                    min="1"
                    max="3650"
                    onCommit={editable((days) => change({ bindingDays: Math.round(Number(days)) }))}
                  />,
                )}
              </p>
            ) : null}
            {attribution.binding === 'none' ? null : (
              <p>
                {words.otherTouchSentence(
                  <ChoiceToken
                    label={words.otherTouch}
                    value={attribution.onOtherTouch}
                    options={[
                      { value: 'keep_first', label: words.otherTouches.keep_first },
                      { value: 'take_last', label: words.otherTouches.take_last },
                    ]}
                    onCommit={editable((how) =>
                      change({ onOtherTouch: how === 'take_last' ? 'take_last' : 'keep_first' }),
                    )}
                  />,
                )}
              </p>
            )}
            <p className={styles.why}>{words.attributionOrder}</p>
          </div>
        );
      }}
    </SettingsFrame>
  );
}
