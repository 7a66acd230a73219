import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { layerWords } from '@fenrun/contracts/labels';
import { Button, Tooltip } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import styles from './layers.module.css';
import { LAYERS, type Layer } from './types';
import { rulesWords } from './words';

interface LayerSectionProps {
  layer: Layer;
  count?: number;
  hasWon: boolean;
  onAdd: () => void;
  addLabel?: string;
  children: ReactNode;
}

/** One of the five layers: its number, what it is about, and its rows, which fold. */
export function LayerSection({ layer, count, hasWon, onAdd, addLabel, children }: LayerSectionProps) {
  const words = useWords(rulesWords);
  const language = useLanguage();
  const mayEdit = useCan('rules');
  const bodyId = useId();
  const [isFolded, setFolded] = useState(false);
  const name = layerWords[layer][language];
  const add = addLabel ?? words.addTo(name);
  return (
    <section className={`${styles.layer} ${isFolded ? styles.folded : ''}`} aria-label={name}>
      <div className={styles.layerHead}>
        <button
          type="button"
          className={styles.fold}
          aria-expanded={!isFolded}
          aria-controls={bodyId}
          title={isFolded ? words.unfold(name) : words.fold(name)}
          onClick={() => setFolded(!isFolded)}
        >
          <span className={`${styles.number} ${hasWon ? styles.numberWon : ''}`}>{LAYERS.indexOf(layer) + 1}</span>
          <span className={styles.layerName}>{name}</span>
          <span className={styles.hint}>
            {words.hints[layer]}
            {isFolded && count !== undefined ? ` · ${words.count(count)}` : ''}
          </span>
          <DownOutlined className={styles.caret} />
        </button>
        {mayEdit ? (
          <Tooltip title={add}>
            <Button type="text" icon={<PlusOutlined />} aria-label={add} onClick={onAdd} />
          </Tooltip>
        ) : null}
      </div>
      <div id={bodyId} hidden={isFolded}>
        {children}
      </div>
    </section>
  );
}
