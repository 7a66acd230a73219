import { orderTypeWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { Button, Checkbox, Input, InputNumber, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { FindMany } from '../../kit/form/find-many';
import { FindSelect } from '../../kit/form/find-select';
import { InstantField } from '../../kit/form/instant-field';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { Option } from '../../kit/list/filters';
import { wordOptions } from '../../kit/list/word-options';
import { currencySymbol } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { findCampaigns, findCoupons } from '../../lib/find-options';
import styles from './trial.module.css';
import { TrialLines } from './trial-lines';
import { trialWords } from './trial-words';
import type { OrderDraft } from './tried-order';

interface TrialFieldsProps {
  order: OrderDraft;
  onChange: (patch: Partial<OrderDraft>) => void;
}

/** The order that is tried: who, when, to whom, with what. What is rarely asked stands behind "more". */
export function TrialFields({ order, onChange }: TrialFieldsProps) {
  const words = useWords(trialWords);
  const rare = [order.campaign, order.shipping, order.country, order.subId, order.self, order.type !== 'one_time'];
  const [isMore, setMore] = useState(false);
  return (
    <div>
      <div className={styles.fields}>
        <Field label={words.promoter}>
          <FindSelect
            id="trial-promoter"
            find={findWithStanding}
            value={order.promoter ?? undefined}
            onChange={(promoter) => onChange({ promoter: promoter ?? null })}
            placeholder={words.noPromoter}
            label={words.promoter}
            allowClear
          />
        </Field>
        <Field label={words.paidAt}>
          <InstantField
            value={order.paidAt}
            onChange={(paidAt) => onChange({ paidAt })}
            placeholder={words.now}
            label={words.paidAt}
          />
        </Field>
        <Field label={words.customer}>
          <Select<'new' | 'returning' | 'none'>
            aria-label={words.customer}
            value={order.customer ?? 'none'}
            options={(['returning', 'new', 'none'] as const).map((value) => ({ value, label: words.customers[value] }))}
            onChange={(value) => onChange({ customer: value === 'none' ? null : value })}
          />
        </Field>
        <Field label={words.coupons}>
          <FindMany
            id="trial-coupons"
            find={findCoupons}
            value={order.coupons}
            onChange={(coupons) => onChange({ coupons })}
            placeholder={words.noCoupons}
            label={words.coupons}
          />
        </Field>
      </div>
      <TrialLines order={order} onChange={onChange} />
      <div className={styles.more}>
        <Button type="link" size="small" aria-expanded={isMore} onClick={() => setMore(!isMore)}>
          {isMore ? words.less : words.more(rare.filter(Boolean).length)}
        </Button>
      </div>
      {isMore ? <RareFields order={order} onChange={onChange} /> : null}
    </div>
  );
}

function RareFields({ order, onChange }: TrialFieldsProps) {
  const words = useWords(trialWords);
  const language = useLanguage();
  const { currency } = useZone();
  return (
    <div className={styles.fields}>
      <Field label={words.campaign}>
        <FindSelect
          id="trial-campaign"
          find={findCampaigns}
          value={order.campaign ?? undefined}
          onChange={(campaign) => onChange({ campaign: campaign ?? null })}
          placeholder={words.noCampaign}
          label={words.campaign}
          allowClear
        />
      </Field>
      <Field label={words.shipping}>
        <InputNumber<string>
          stringMode
          min="0"
          aria-label={words.shipping}
          prefix={currencySymbol(currency)}
          value={order.shipping}
          onChange={(shipping) => onChange({ shipping: shipping ?? '' })}
          style={{ width: '100%' }}
        />
      </Field>
      <Field label={words.type}>
        <Select
          aria-label={words.type}
          value={order.type}
          options={wordOptions(orderTypeWords, language).map(({ value, label }) => ({ value, label }))}
          onChange={(type) => onChange({ type: type as OrderDraft['type'] })}
        />
      </Field>
      {order.type === 'recurring' ? (
        <Field label={words.sequence}>
          <InputNumber
            min={1}
            precision={0}
            aria-label={words.sequence}
            value={order.sequence}
            onChange={(sequence) => onChange({ sequence })}
            style={{ width: '100%' }}
          />
        </Field>
      ) : null}
      <Field label={words.country}>
        <Input
          aria-label={words.country}
          maxLength={2}
          placeholder="CN"
          value={order.country}
          onChange={(event) => onChange({ country: event.target.value.toUpperCase() })}
        />
      </Field>
      <Field label={words.subId}>
        <Input
          aria-label={words.subId}
          maxLength={64}
          value={order.subId}
          onChange={(event) => onChange({ subId: event.target.value })}
        />
      </Field>
      <Checkbox checked={order.self} onChange={(event) => onChange({ self: event.target.checked })}>
        {words.self}
      </Checkbox>
    </div>
  );
}

function Field({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.field}>
      <span>{label}</span>
      {children}
    </div>
  );
}

/** Promoters with what decides what they earn: their programme and group. */
async function findWithStanding(ask: { text: string } | { value: string }): Promise<readonly Option[]> {
  if ('value' in ask) {
    const found = await call(routes.promoters.read, { params: { code: ask.value } }).catch(() => null);
    return found ? [{ value: found.code, label: found.name, hint: standing(found) }] : [];
  }
  const { data } = await call(routes.promoters.list, { query: { q: ask.text, limit: 8 } });
  return data.map((row) => ({ value: row.code, label: row.name, hint: standing(row) }));
}

const standing = (row: { programmeName: string | null; groupName: string | null }): string =>
  [row.programmeName, row.groupName].filter(Boolean).join(' · ');
