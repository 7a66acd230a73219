import { Radio, Switch } from 'antd';
import { useWords } from '../../kit/i18n/words';
import { Section } from '../../kit/shell/section';
import { Notice } from '../../kit/states/notice';
import { RulesFrame } from '../plans/rules-frame';
import { SettingsFrame } from '../settings/settings-frame';
import { type Settings, useSettings } from '../settings/use-settings';
import { RebateTable } from './rebate-table';
import styles from './self-purchase.module.css';
import { selfPurchaseWords } from './words';

type SelfPurchase = Settings['selfPurchase'];

const modes = ['block', 'normal', 'rebate'] as const;

/** What happens when a promoter buys: nothing, an ordinary sale, or a rebate by a table of its own. */
export function SelfPurchasePage() {
  const words = useWords(selfPurchaseWords);
  const draft = useSettings();
  return (
    <RulesFrame tab="self-purchase" isBounded>
      <div className={styles.page}>
        <p className={styles.intro}>{words.intro}</p>
        <SettingsFrame draft={draft}>
          {({ selfPurchase }) => (
            <Body
              selfPurchase={selfPurchase}
              mayEdit={draft.mayEdit}
              onChange={(patch) => draft.change({ selfPurchase: { ...selfPurchase, ...patch } })}
            />
          )}
        </SettingsFrame>
      </div>
    </RulesFrame>
  );
}

interface BodyProps {
  selfPurchase: SelfPurchase;
  mayEdit: boolean;
  onChange: (patch: Partial<SelfPurchase>) => void;
}

function Body({ selfPurchase, mayEdit, onChange }: BodyProps) {
  const words = useWords(selfPurchaseWords);
  const { mode, rates } = selfPurchase;
  const kept =
    Object.keys({ ...rates.skus }).length +
    Object.keys(rates.categories).length +
    Object.keys(rates.campaigns).length +
    (rates.default ? 1 : 0);
  const switches = [
    ['payNetwork', words.payNetwork, words.payNetworkHint],
    ['countInMetrics', words.countInMetrics, words.countInMetricsHint],
  ] as const;
  return (
    <>
      <Radio.Group
        className={styles.modes}
        aria-label={words.modeLabel}
        value={mode}
        disabled={!mayEdit}
        onChange={(event) => onChange({ mode: event.target.value })}
      >
        {modes.map((one) => (
          <Radio key={one} value={one} className={`${styles.mode} ${one === mode ? styles.chosen : ''}`}>
            <span className={styles.modeName}>{words.modes[one].name}</span>
            <span className={styles.modeDetail}>{words.modes[one].detail}</span>
          </Radio>
        ))}
      </Radio.Group>
      {mode !== 'rebate' && kept > 0 ? (
        <div className={styles.notice}>
          <Notice tone="plain">{words.unused(kept)}</Notice>
        </div>
      ) : null}
      {mode === 'rebate' ? (
        <>
          <Section title={words.table} hint={words.tableHint}>
            <RebateTable rates={rates} mayEdit={mayEdit} onChange={(next) => onChange({ rates: next })} />
          </Section>
          <Section title={words.extras}>
            {switches.map(([key, label, hint]) => (
              <div key={key} className={styles.switchRow}>
                <span>
                  {label}
                  <span className={styles.hint}>{hint}</span>
                </span>
                <Switch
                  aria-label={label}
                  checked={selfPurchase[key]}
                  disabled={!mayEdit}
                  onChange={(isOn) => onChange({ [key]: isOn })}
                />
              </div>
            ))}
          </Section>
        </>
      ) : null}
    </>
  );
}
