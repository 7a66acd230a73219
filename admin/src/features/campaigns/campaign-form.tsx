import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Form, Input, InputNumber, Radio } from 'antd';
import { FindMany } from '../../kit/form/find-many';
import { PictureField } from '../../kit/form/picture-field';
import { RecordForm } from '../../kit/form/record-form';
import { WindowField } from '../../kit/form/window-field';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { Notice } from '../../kit/states/notice';
import { dayIn } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { windowText } from '../../kit/time/window-days';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { findCategories, findSkus } from '../../lib/find-options';
import { uploadPicture } from '../../lib/upload-picture';
import { RateField } from '../plans/rate-field';
import { bonusText, type CampaignDetail } from './campaign-bonus';
import { bonusOf, type CampaignValues, valuesOf } from './campaign-values';
import styles from './campaigns.module.css';
import { campaignsWords } from './words';

interface CampaignFormProps {
  campaign: CampaignDetail | undefined;
  onSave: (values: CampaignValues) => Promise<unknown>;
  onCancel: () => void;
  onTouched: () => void;
  isReadOnly: boolean;
}

export function CampaignForm({ campaign, onSave, onCancel, onTouched, isReadOnly }: CampaignFormProps) {
  const words = useWords(campaignsWords);
  const { timezone } = useZone();
  const [form] = Form.useForm<CampaignValues>();
  const need = [{ required: true, whitespace: true, message: words.required }];
  return (
    <RecordForm<CampaignValues>
      form={form}
      initial={valuesOf(campaign, timezone)}
      onSubmit={onSave}
      onCancel={onCancel}
      onTouched={onTouched}
      isReadOnly={isReadOnly}
      submitLabel={campaign ? undefined : words.addTitle}
    >
      <Form.Item name="name" label={words.name} rules={need}>
        <Input maxLength={128} />
      </Form.Item>
      <Form.Item name="days" label={words.windowLabel} extra={words.windowHint}>
        <WindowField disabled={isReadOnly} />
      </Form.Item>
      <Form.Item name="text" label={words.text} extra={words.textHint}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} />
      </Form.Item>
      <Form.Item name="pictures" label={words.image}>
        <PictureField upload={uploadPicture} max={1} />
      </Form.Item>
      <Form.Item name="skus" label={words.skus}>
        <FindMany id="sku" find={findSkus} label={words.skus} />
      </Form.Item>
      <Form.Item name="categories" label={words.categories} extra={words.productsHint}>
        <FindMany id="category" find={findCategories} label={words.categories} />
      </Form.Item>
      <BonusFields />
      <Form.Item name="selfRate" label={words.selfRate} required extra={<SelfRateHint />}>
        <RateField canBeNone />
      </Form.Item>
      {campaign ? (
        <Form.Item name="note" label={words.note}>
          <Input maxLength={200} />
        </Form.Item>
      ) : null}
      <Example />
    </RecordForm>
  );
}

function BonusFields() {
  const words = useWords(campaignsWords);
  const { currency } = useZone();
  const kind = Form.useWatch('bonusKind') as CampaignValues['bonusKind'] | undefined;
  const need = [{ required: true, message: words.required }];
  return (
    <>
      <Form.Item name="bonusKind" label={words.bonusLabel} required extra={words.bonusHint}>
        <Radio.Group
          options={(['none', 'per_order', 'every_nth'] as const).map((value) => ({
            value,
            label: words.bonusKinds[value],
          }))}
        />
      </Form.Item>
      {kind === undefined || kind === 'none' ? null : (
        <div className={styles.bonus}>
          {kind === 'every_nth' ? (
            <Form.Item name="every" label={words.every} rules={need} extra={words.nthHint}>
              <InputNumber min={2} max={100_000} precision={0} suffix={words.everyUnit} style={{ width: 150 }} />
            </Form.Item>
          ) : null}
          <Form.Item name="amount" label={words.amount} rules={need}>
            <InputNumber<string> stringMode min="0" prefix={currencySymbol(currency)} style={{ width: 150 }} />
          </Form.Item>
        </div>
      )}
    </>
  );
}

/** The rate stands in the self-purchase table; under another mode it waits there. */
function SelfRateHint() {
  const words = useWords(campaignsWords);
  const { data } = useQuery({
    queryKey: ['plans', 'settings'],
    queryFn: ({ signal }) => call(routes.plans.settings, { signal }),
  });
  const isOff = data !== undefined && data.settings.selfPurchase.mode !== 'rebate';
  return isOff ? words.selfOff : words.selfRateHint;
}

/** What promoters will read of the reward, as it is typed. */
function Example() {
  const words = useWords(campaignsWords);
  const language = useLanguage();
  const { currency, timezone } = useZone();
  const year = dayIn(useNow(), timezone).slice(0, 4);
  const kind = Form.useWatch('bonusKind') as CampaignValues['bonusKind'] | undefined;
  const amount = Form.useWatch('amount') as string | null | undefined;
  const every = Form.useWatch('every') as number | null | undefined;
  const days = Form.useWatch('days') as CampaignValues['days'] | undefined;
  const isWhole = kind !== 'every_nth' || Boolean(every);
  if (!kind || kind === 'none' || !amount || !days || !isWhole) return null;
  const sentence = bonusText(bonusOf({ bonusKind: kind, amount, every }) ?? null, currency, words) ?? '';
  return (
    <div className={styles.example}>
      <Notice tone="plain">{words.example(sentence, windowText(days, language, year, words.always))}</Notice>
    </div>
  );
}
