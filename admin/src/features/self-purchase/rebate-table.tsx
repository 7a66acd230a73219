import { CloseOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { FindSelect } from '../../kit/form/find-select';
import { useWords } from '../../kit/i18n/words';
import type { Option } from '../../kit/list/filters';
import { moneyString } from '../../kit/money/money-format';
import { Quiet } from '../../kit/text';
import { useZone } from '../../kit/time/zone-context';
import { findCampaigns, findCategories, findSkus } from '../../lib/find-options';
import { earnedOn, type Rate, rateText } from '../plans/rate';
import { RateField } from '../plans/rate-field';
import { plansWords } from '../plans/words';
import type { Settings } from '../settings/use-settings';
import styles from './self-purchase.module.css';
import { selfPurchaseWords } from './words';

type Rates = Settings['selfPurchase']['rates'];
type Part = 'skus' | 'categories' | 'campaigns';
type Find = (ask: { text: string } | { value: string }) => Promise<readonly Option[]>;

/** The order in which the table is read. Source: domain.md, section 3. */
const parts = ['skus', 'categories', 'campaigns'] as const;
const finders: Record<Part, Find> = { skus: findSkus, categories: findCategories, campaigns: findCampaigns };
const firstRate: Rate = { percent: '5' };
const examplePrice = '100';

interface RebateTableProps {
  rates: Rates;
  mayEdit: boolean;
  onChange: (rates: Rates) => void;
}

/** Rebates by product, category and campaign, and for everything else. */
export function RebateTable({ rates, mayEdit, onChange }: RebateTableProps) {
  const words = useWords(selfPurchaseWords);
  const plans = useWords(plansWords);
  const { currency } = useZone();
  const earned = earnedOn(examplePrice, rates.default, currency);
  return (
    <>
      <ol className={styles.table}>
        {parts.map((part, index) => (
          <PartRows
            key={part}
            part={part}
            place={index + 1}
            rates={rates[part]}
            mayEdit={mayEdit}
            onChange={(next) => onChange({ ...rates, [part]: next })}
          />
        ))}
        <li className={styles.part}>
          <div className={styles.row}>
            <PartHead place={parts.length + 1} name={words.default} hint={words.defaultHint} />
            <span className={styles.rate}>
              {mayEdit ? (
                <RateField canBeNone value={rates.default} onChange={(rate) => onChange({ ...rates, default: rate })} />
              ) : (
                rateText(rates.default, currency, plans)
              )}
            </span>
          </div>
        </li>
      </ol>
      {earned ? (
        <p className={styles.example}>
          {words.example(moneyString(examplePrice, currency), moneyString(earned, currency))}
        </p>
      ) : null}
    </>
  );
}

function PartHead({ place, name, hint }: { place: number; name: string; hint: string }) {
  return (
    <div className={styles.head}>
      <span className={styles.number}>{place}</span>
      <b>{name}</b> <Quiet>{hint}</Quiet>
    </div>
  );
}

interface PartRowsProps {
  part: Part;
  place: number;
  rates: Rates[Part];
  mayEdit: boolean;
  onChange: (rates: Rates[Part]) => void;
}

function PartRows({ part, place, rates, mayEdit, onChange }: PartRowsProps) {
  const words = useWords(selfPurchaseWords).sections[part];
  const [round, setRound] = useState(0);
  const codes = Object.keys(rates);
  const remove = (code: string) => onChange(Object.fromEntries(Object.entries(rates).filter(([key]) => key !== code)));
  const add = (code: string | undefined) => {
    if (code && !(code in rates)) onChange({ ...rates, [code]: firstRate });
    setRound(round + 1);
  };
  const find: Find = async (ask) =>
    (await finders[part](ask)).filter((option) => !('text' in ask && option.value in rates));
  return (
    <li className={styles.part}>
      <PartHead place={place} name={words.name} hint={words.hint} />
      {codes.length === 0 ? <p className={styles.none}>{words.none}</p> : null}
      {codes.map((code) => (
        <RebateRow
          key={code}
          part={part}
          code={code}
          rate={rates[code] ?? firstRate}
          onChange={mayEdit ? (rate) => onChange({ ...rates, [code]: rate }) : undefined}
          onRemove={() => remove(code)}
        />
      ))}
      {mayEdit ? (
        <div className={styles.add}>
          <FindSelect key={round} id={`self-${part}`} find={find} placeholder={words.add} onChange={add} />
        </div>
      ) : null}
    </li>
  );
}

interface RebateRowProps {
  part: Part;
  code: string;
  rate: Rate;
  onChange: ((rate: Rate) => void) | undefined;
  onRemove: () => void;
}

function RebateRow({ part, code, rate, onChange, onRemove }: RebateRowProps) {
  const words = useWords(selfPurchaseWords);
  const plans = useWords(plansWords);
  const { currency } = useZone();
  const named = useQuery({
    queryKey: ['kit-filter-name', `self-${part}`, code],
    queryFn: () => finders[part]({ value: code }),
  });
  const name = named.data?.[0]?.label ?? code;
  return (
    <div className={styles.row}>
      <span className={styles.name} title={name}>
        {name} {name === code ? null : <Quiet>{code}</Quiet>}
      </span>
      <span className={styles.rate}>
        {onChange ? (
          <>
            <RateField value={rate} onChange={(next) => next && onChange(next)} />
            <Button type="text" icon={<CloseOutlined />} aria-label={words.remove(name)} onClick={onRemove} />
          </>
        ) : (
          rateText(rate, currency, plans)
        )}
      </span>
    </div>
  );
}
