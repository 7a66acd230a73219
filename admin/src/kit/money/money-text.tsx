import { useZone } from '../time/zone-context';
import { moneyParts } from './money-format';
import styles from './money-text.module.css';

export type MoneySize = 'text' | 'text-strong' | 'row' | 'section' | 'bulk' | 'fact' | 'figure2' | 'figure' | 'hero';
/** `own` is the promoter's to take now; `risk` a debt or a loss; `quiet` what is over or only compared. */
export type MoneyTone = 'ink' | 'text' | 'quiet' | 'own' | 'risk';

interface MoneyTextProps {
  /** Decimal string in major units, as the API gives it. */
  amount: string;
  /** The merchant's currency unless the amount has its own. */
  currency?: string;
  size?: MoneySize;
  tone?: MoneyTone;
  /** Shows a plus before what is added. */
  signed?: boolean;
  /** The sign of the currency is left out in columns of a sum, where the last line carries it. */
  bare?: boolean;
  struck?: boolean;
}

/** The only way in which the console shows money: tabular, grouped, all digits of the currency, a real minus. */
export function MoneyText(props: MoneyTextProps) {
  const zone = useZone();
  const { amount, currency = zone.currency, size = 'row', tone = 'ink', signed, bare, struck } = props;
  const parts = moneyParts(amount, currency, { signed });
  return (
    <span className={`${styles.money} ${styles[size]} ${styles[`tone-${tone}`]} ${struck ? styles.struck : ''}`}>
      {parts.sign}
      {bare ? null : <span className={styles.symbol}>{parts.symbol}</span>}
      {parts.digits}
    </span>
  );
}
