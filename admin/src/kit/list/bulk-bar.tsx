import { CloseOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Checkbox, Popover } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import styles from './bulk-bar.module.css';

interface BulkBarProps {
  /** "3 selected", the sum, what will be left out: in this order, each an element. */
  facts: ReactNode;
  actions: ReactNode;
  /** What exactly the action will do, one line a person. */
  preview?: { label: string; content: ReactNode; isOpen: boolean; onToggle: (open: boolean) => void };
  onClear: () => void;
}

/** Floats at the foot of the list while rows are selected; it never covers the panel beside it. */
export function BulkBar({ facts, actions, preview, onClear }: BulkBarProps) {
  const words = useWords(kitWords);
  return (
    <div className={styles.dock}>
      <section className={styles.bar} aria-live="polite">
        <Checkbox indeterminate aria-label={words.clear} onChange={onClear} />
        <div className={styles.facts}>{facts}</div>
        {preview ? (
          <Popover
            trigger="click"
            placement="top"
            arrow={false}
            open={preview.isOpen}
            onOpenChange={preview.onToggle}
            content={preview.content}
            classNames={{ root: styles.preview }}
          >
            <Button
              type="text"
              size="small"
              icon={<UpOutlined className={styles.caret} />}
              aria-expanded={preview.isOpen}
            >
              {preview.label}
            </Button>
          </Popover>
        ) : null}
        <div className={styles.actions}>{actions}</div>
        <Button type="text" size="small" icon={<CloseOutlined />} onClick={onClear} aria-label={words.clear} />
      </section>
    </div>
  );
}
