import type { CSSProperties } from 'react';
import styles from './states.module.css';

/** One grey bar in the place and the size of the text to come. */
export function Bar({
  width = 80,
  height,
  style,
}: {
  width?: number | string;
  height?: number;
  style?: CSSProperties;
}) {
  return <span className={styles.bar} style={{ width, height, ...style }} aria-hidden="true" />;
}

/** Bars of uneven width, so that a column of them reads as text and not as a pattern. */
export function UnevenBar({ width, index }: { width: number; index: number }) {
  const factor = [0.9, 1, 1.08, 0.8, 0.96, 1.12, 0.85][index % 7] ?? 1;
  return <Bar width={Math.round(width * factor)} />;
}

/** A block of lines: the shape of a section that has not arrived yet. */
export function LinesSkeleton({ lines = 4, height = 36 }: { lines?: number; height?: number }) {
  return (
    <div aria-busy="true">
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} style={{ height, display: 'flex', alignItems: 'center', justifyContent: 'space-between' }}>
          <UnevenBar width={160} index={index} />
          <UnevenBar width={64} index={index + 3} />
        </div>
      ))}
    </div>
  );
}
