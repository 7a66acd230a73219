import { selfPurchaseWords } from '@fenrun/contracts/labels';
import { Form, InputNumber, Select, Switch } from 'antd';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import styles from './settings.module.css';
import { SettingsFrame } from './settings-frame';
import { type Settings, useSettings } from './use-settings';
import { settingsWords } from './words';

type Base = Settings['base'];

/** What commission is computed on, and what limits it. */
export function BaseSection() {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const draft = useSettings();
  const switches: readonly (readonly [keyof Base, string])[] = [
    ['tax', words.baseTax],
    ['shipping', words.baseShipping],
    ['pricesIncludeTax', words.baseInclusive],
  ];
  return (
    <SettingsFrame draft={draft}>
      {({ base, excludedSkus, maxCommissionPercent, selfPurchase }) => (
        <>
          <p className={styles.intro}>{words.baseWhy}</p>
          {switches.map(([key, label]) => (
            <div key={key} className={styles.switchRow}>
              <span>{label}</span>
              <Switch
                aria-label={label}
                checked={base[key]}
                disabled={!draft.mayEdit}
                onChange={(on) => draft.change({ base: { ...base, [key]: on } })}
              />
            </div>
          ))}
          <Form layout="vertical" className={styles.fields} disabled={!draft.mayEdit}>
            <Form.Item label={words.excludedSkus} extra={words.excludedHint}>
              <Select
                mode="tags"
                open={false}
                suffixIcon={null}
                tokenSeparators={[',', ' ']}
                aria-label={words.excludedSkus}
                value={excludedSkus}
                onChange={(skus) => draft.change({ excludedSkus: skus })}
              />
            </Form.Item>
            <Form.Item label={words.cap}>
              <InputNumber<string>
                stringMode
                min="0"
                max="100"
                suffix="%"
                aria-label={words.cap}
                value={maxCommissionPercent}
                onChange={(percent) => percent && draft.change({ maxCommissionPercent: percent })}
                style={{ width: 140 }}
              />
            </Form.Item>
            <Form.Item label={words.selfPurchase} extra={words.networkLocked}>
              <Select
                aria-label={words.selfPurchase}
                value={selfPurchase.mode}
                options={wordOptions(selfPurchaseWords, language).map(({ value, label }) => ({ value, label }))}
                onChange={(mode) =>
                  draft.change({ selfPurchase: { ...selfPurchase, mode: mode as Settings['selfPurchase']['mode'] } })
                }
              />
            </Form.Item>
          </Form>
        </>
      )}
    </SettingsFrame>
  );
}
