import { bold, useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { useZone } from '../../kit/time/zone-context';
import styles from './decision-bar.module.css';
import type { DecisionPreview } from './use-bulk-decision';
import { commissionWords } from './words';

/** Per person what will be approved, warnings beside it; what stays behind comes last and struck through. */
export function DecisionPreviewList({ preview }: { preview: DecisionPreview }) {
  const words = useWords(commissionWords);
  const { currency } = useZone();
  return (
    <div>
      <h3>{words.previewTitle(preview.count, moneyString(preview.net, currency))}</h3>
      <p className={styles.text}>
        {words.previewText(preview.byPromoter.length)}
        {preview.leftOut.length > 0
          ? words.previewHeld(<span className={styles.held}>{bold(words.held(preview.leftOut.length))}</span>)
          : null}
      </p>
      <ul className={styles.list}>
        {preview.byPromoter.map((one) => (
          <li key={one.promoter}>
            <span className={styles.name}>{one.promoterName}</span>
            <span className={one.warning ? styles.warning : styles.hint}>
              {one.warning ?? words.previewItems(one.count)}
            </span>
            <span className={styles.right}>
              <MoneyText amount={one.net} size="text-strong" />
            </span>
          </li>
        ))}
        {preview.leftOut.map((one) => (
          <li key={one.id} className={styles.left}>
            <span>{one.promoterName}</span>
            <span className={styles.held}>{one.text}</span>
            <span className={styles.right}>
              <MoneyText amount={one.net} size="text" struck />
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
