import { PictureOutlined } from '@ant-design/icons';
import { useState } from 'react';
import styles from './picture.module.css';

/** A picture of a merchant's goods: cropped to a square on a tint, with a quiet mark where there is none or it fails. */
export function Picture({ src, alt, size }: { src: string | null; alt: string; size: number }) {
  const [hasFailed, setFailed] = useState(false);
  const style = { width: size, height: size };
  if (!src || hasFailed) {
    return (
      <span
        className={styles.none}
        style={style}
        role="img"
        aria-label={alt || undefined}
        aria-hidden={alt ? undefined : true}
      >
        <PictureOutlined />
      </span>
    );
  }
  return (
    <img className={styles.picture} style={style} src={src} alt={alt} loading="lazy" onError={() => setFailed(true)} />
  );
}
