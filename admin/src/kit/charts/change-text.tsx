import { useLanguage } from '../i18n/language';
import styles from './charts.module.css';

interface ChangeTextProps {
  /** The change in percent, or in percentage points; null where there is nothing to compare with. */
  change: number | null;
  unit?: 'percent' | 'points';
  /** Where less is better, the colours change places; the arrow never does. */
  isLessBetter?: boolean;
}

/** An arrow, a figure and a colour: the colour only repeats what the arrow says. */
export function ChangeText({ change, unit = 'percent', isLessBetter }: ChangeTextProps) {
  const language = useLanguage();
  if (change === null || !Number.isFinite(change)) return <span className={styles.flat}>—</span>;
  const rounded = Math.round(Math.abs(change) * 10) / 10;
  const points = language === 'zh' ? ' 个百分点' : ' pp';
  const text = `${rounded.toLocaleString('en-GB', { minimumFractionDigits: 1 })}${unit === 'percent' ? '%' : points}`;
  if (rounded === 0) return <span className={styles.flat}>{text}</span>;
  const isGood = change > 0 !== Boolean(isLessBetter);
  return (
    <span className={isGood ? styles.up : styles.down}>
      {change > 0 ? '↑' : '↓'} {text}
    </span>
  );
}
