import type { ReactNode } from 'react';
import styles from './text.module.css';

/** A deed inside a sentence: reads like a link, is a button. */
export function TextButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return (
    <button type="button" className={styles.textButton} onClick={onClick}>
      {children}
    </button>
  );
}
