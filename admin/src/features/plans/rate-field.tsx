import { InputNumber, Select, Space } from 'antd';
import { useWords } from '../../kit/i18n/words';
import { currencySymbol } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import type { Rate } from './rate';
import { plansWords } from './words';

type Kind = 'percent' | 'order' | 'unit' | 'none';

interface RateFieldProps {
  value?: Rate | null;
  onChange?: (rate: Rate | null) => void;
  /** A programme may pay nothing by default; a special rate always says something. */
  canBeNone?: boolean;
  label?: string;
}

/** A rate: a percent of the base, or a fixed amount per order or piece. */
export function RateField({ value = null, onChange, canBeNone, label }: RateFieldProps) {
  const words = useWords(plansWords);
  const { currency } = useZone();
  const kind = kindOf(value);
  const figure = value === null ? '' : 'percent' in value ? value.percent : value.fixed;
  const kinds = (['percent', 'order', 'unit', 'none'] as const).filter((one) => one !== 'none' || canBeNone);
  const change = (nextKind: Kind, nextFigure: string) => {
    if (nextKind === 'none') onChange?.(null);
    else if (nextKind === 'percent') onChange?.({ percent: nextFigure });
    else onChange?.({ fixed: nextFigure, per: nextKind });
  };
  return (
    <Space.Compact>
      <Select<Kind>
        aria-label={label ?? words.rate}
        value={kind}
        options={kinds.map((one) => ({ value: one, label: words.rateKinds[one] }))}
        popupMatchSelectWidth={false}
        onChange={(next) => change(next, figure)}
      />
      {kind === 'none' ? null : (
        <InputNumber<string>
          stringMode
          min="0"
          max={kind === 'percent' ? '100' : undefined}
          aria-label={words.rateKinds[kind]}
          prefix={kind === 'percent' ? undefined : currencySymbol(currency)}
          suffix={kind === 'percent' ? '%' : undefined}
          value={figure}
          onChange={(next) => change(kind, next ?? '')}
          style={{ width: 140 }}
        />
      )}
    </Space.Compact>
  );
}

function kindOf(rate: Rate | null): Kind {
  if (rate === null) return 'none';
  return 'percent' in rate ? 'percent' : rate.per;
}
