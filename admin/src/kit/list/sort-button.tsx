import { CaretDownFilled, CaretUpFilled } from '@ant-design/icons';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import styles from './list-table.module.css';

interface SortButtonProps {
  column: string;
  sortKey: string;
  sort: { value: string; onChange: (sort: string) => void };
}

/** Ascending is the bare key, descending the key with a minus before it: as the URL and the API say it. */
export function SortButton({ column, sortKey, sort }: SortButtonProps) {
  const words = useWords(kitWords);
  const isUp = sort.value === sortKey;
  const isDown = sort.value === `-${sortKey}`;
  return (
    <button
      type="button"
      className={styles.sort}
      onClick={() => sort.onChange(isUp ? `-${sortKey}` : sortKey)}
      aria-label={words.sortBy(column)}
    >
      {column}
      <span className={styles.carets} aria-hidden="true">
        <CaretUpFilled className={isUp ? styles.caretOn : ''} />
        <CaretDownFilled className={isDown ? styles.caretOn : ''} />
      </span>
    </button>
  );
}
