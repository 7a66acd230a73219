import { payoutChannelWords } from '@fenrun/contracts/labels';
import { Checkbox, Form, InputNumber, Select } from 'antd';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import styles from './settings.module.css';
import { SettingsFrame } from './settings-frame';
import { type Settings, useSettings } from './use-settings';
import { settingsWords } from './words';

type Payout = Settings['payout'];

/** How promoters are paid: limits, fee, tax, channels. */
export function PayoutSection() {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const { currency } = useZone();
  const draft = useSettings();
  const money = { stringMode: true, min: '0', prefix: currencySymbol(currency), style: { width: 180 } } as const;
  return (
    <SettingsFrame draft={draft}>
      {({ payout }) => {
        const change = (patch: Partial<Payout>) => draft.change({ payout: { ...payout, ...patch } });
        return (
          <Form layout="vertical" className={styles.fields} disabled={!draft.mayEdit}>
            <Form.Item label={words.channels}>
              <Checkbox.Group
                options={wordOptions(payoutChannelWords, language).map(({ value, label }) => ({ value, label }))}
                value={payout.channels}
                onChange={(channels) => channels.length > 0 && change({ channels: channels as Payout['channels'] })}
              />
            </Form.Item>
            <Form.Item label={words.payoutMinimum}>
              <InputNumber<string>
                {...money}
                aria-label={words.payoutMinimum}
                value={payout.minimum}
                onChange={(value) => value && change({ minimum: value })}
              />
            </Form.Item>
            <Form.Item label={words.payoutMaximum}>
              <InputNumber<string>
                {...money}
                aria-label={words.payoutMaximum}
                value={payout.maximum}
                onChange={(maximum) => change({ maximum: maximum || null })}
              />
            </Form.Item>
            <Form.Item label={words.payoutDaily}>
              <InputNumber<string>
                {...money}
                aria-label={words.payoutDaily}
                value={payout.dailyCap}
                onChange={(dailyCap) => change({ dailyCap: dailyCap || null })}
              />
            </Form.Item>
            <Form.Item label={words.feePercent}>
              <InputNumber<string>
                stringMode
                min="0"
                max="100"
                suffix="%"
                aria-label={words.feePercent}
                value={payout.feePercent}
                onChange={(value) => value && change({ feePercent: value })}
                style={{ width: 140 }}
              />
            </Form.Item>
            <Form.Item label={words.feeBearer}>
              <Select
                aria-label={words.feeBearer}
                value={payout.feeBearer}
                options={(['promoter', 'merchant'] as const).map((value) => ({
                  value,
                  label: words.feeBearers[value],
                }))}
                onChange={(feeBearer) => change({ feeBearer })}
              />
            </Form.Item>
            <Form.Item label={words.tax} extra={payout.tax === 'none' ? undefined : words.taxHint}>
              <Select
                aria-label={words.tax}
                value={payout.tax}
                options={(['none', 'cn_labour'] as const).map((value) => ({ value, label: words.taxes[value] }))}
                onChange={(tax) => change({ tax })}
              />
            </Form.Item>
          </Form>
        );
      }}
    </SettingsFrame>
  );
}
