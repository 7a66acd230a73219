import { CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { groupVsTierWords, selfPurchaseWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, Form, InputNumber, Radio, Space } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { wordOptions } from '../../kit/list/word-options';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { kitWords } from '../../kit/words';
import { call } from '../../lib/call';
import type { PlanChange } from './back-test-draft';
import { type TriedSettings, withTried } from './settings-draft';
import { trialsWords } from './words';

interface SettingsChangeFormProps {
  change: Extract<PlanChange, { kind: 'settings' }> | undefined;
  onKeep: (change: PlanChange) => void;
  onClose: () => void;
}

/** The settings that decide amounts, to be tried together with whatever else is drafted. */
export function SettingsChangeForm({ change, onKeep, onClose }: SettingsChangeFormProps) {
  const words = useWords(trialsWords);
  const language = useLanguage();
  const query = useQuery({
    queryKey: ['plans', 'settings'],
    queryFn: ({ signal }) => call(routes.plans.settings, { signal }),
  });
  const known = query.data?.settings;
  if (!known) return <LinesSkeleton lines={6} />;
  const drafted = change?.settings ?? known;
  const { groupVsTier, maxCommissionPercent, network, base, selfPurchase } = drafted;
  const keep = async (values: TriedSettings) => onKeep({ kind: 'settings', settings: withTried(drafted, values) });
  return (
    <RecordForm<TriedSettings>
      initial={{ groupVsTier, maxCommissionPercent, network, base, selfPurchase }}
      onSubmit={keep}
      onCancel={onClose}
      submitLabel={words.keep}
      hasNoMarks
    >
      <Form.Item name="groupVsTier" label={words.groupVsTier}>
        <Radio.Group options={[...wordOptions(groupVsTierWords, language)]} />
      </Form.Item>
      <Form.Item
        name="maxCommissionPercent"
        label={words.cap}
        extra={words.capHint}
        rules={[{ required: true, message: words.required }]}
      >
        <InputNumber<string> stringMode min="0" max="100" suffix="%" style={{ width: 140 }} />
      </Form.Item>
      <NetworkFields />
      <Form.Item label={words.base}>
        <Space orientation="vertical" size={4}>
          {(['tax', 'shipping', 'pricesIncludeTax'] as const).map((part) => (
            <Form.Item key={part} name={['base', part]} valuePropName="checked" noStyle>
              <Checkbox>{words.baseParts[part]}</Checkbox>
            </Form.Item>
          ))}
        </Space>
      </Form.Item>
      <Form.Item name={['selfPurchase', 'mode']} label={words.selfPurchase}>
        <Radio.Group options={[...wordOptions(selfPurchaseWords, language)]} />
      </Form.Item>
    </RecordForm>
  );
}

/** Ten inviters at most; a merchant in China one, which the server holds to. */
const levelsAtMost = 10;

function NetworkFields() {
  const words = useWords(trialsWords);
  const kit = useWords(kitWords);
  return (
    <>
      <Form.List name={['network', 'levels']}>
        {(fields, { add, remove }) => (
          <Form.Item label={words.network} extra={words.networkHint}>
            <Space orientation="vertical" size={8}>
              {fields.map((one, index) => (
                <Space key={one.key}>
                  <Form.Item name={one.name} noStyle rules={[{ required: true, message: words.required }]}>
                    <InputNumber<string>
                      stringMode
                      min="0"
                      max="100"
                      prefix={words.networkLevel(index + 1)}
                      suffix="%"
                      aria-label={words.networkLevel(index + 1)}
                      style={{ width: 220 }}
                    />
                  </Form.Item>
                  <Button
                    type="text"
                    icon={<CloseOutlined />}
                    aria-label={kit.remove}
                    onClick={() => remove(one.name)}
                  />
                </Space>
              ))}
              <Button
                size="small"
                type="dashed"
                icon={<PlusOutlined />}
                disabled={fields.length >= levelsAtMost}
                onClick={() => add('5')}
              >
                {words.networkAdd}
              </Button>
            </Space>
          </Form.Item>
        )}
      </Form.List>
      <Form.Item name={['network', 'basis']} label={words.networkBasis}>
        <Radio.Group
          options={(['sale', 'commission'] as const).map((value) => ({ value, label: words.networkBases[value] }))}
        />
      </Form.Item>
    </>
  );
}
