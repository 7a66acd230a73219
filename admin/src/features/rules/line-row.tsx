import { HolderOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { StatusTag } from '../../kit/panel/status-tag';
import styles from './layers.module.css';
import type { WindowMark } from './rule-window';
import type { Mark } from './trial-marks';

interface LineRowProps {
  /** Takes the row and its handle when it can be dragged. */
  dragging?: {
    ref: (element: Element | null) => void;
    handleRef: (element: Element | null) => void;
    isDragged: boolean;
  };
  handleLabel?: string;
  children: ReactNode;
  state: ReactNode;
  second: ReactNode;
  end?: ReactNode;
  mark: Mark | null;
  isOpen?: boolean;
  isOver?: boolean;
  id?: string;
}

/** One sentence of a layer: handle, what it says, where it is in its window, and its name or, while an order is tried, its verdict. */
export function LineRow(props: LineRowProps) {
  const { dragging, mark } = props;
  const className = [
    styles.row,
    mark?.won ? styles.won : '',
    mark && !mark.won ? styles.lost : '',
    props.isOpen ? styles.open : '',
    props.isOver ? styles.over : '',
    dragging?.isDragged ? styles.dragged : '',
  ].join(' ');
  return (
    <li ref={dragging?.ref} className={className} data-rule={props.id}>
      {dragging ? (
        <button type="button" ref={dragging.handleRef} className={styles.handle} aria-label={props.handleLabel}>
          <HolderOutlined />
        </button>
      ) : (
        <span />
      )}
      <span className={styles.sentence}>{props.children}</span>
      <span className={styles.state}>{props.state}</span>
      <span className={styles.second}>{mark ? <MarkText mark={mark} /> : props.second}</span>
      <span className={styles.end}>{props.end}</span>
    </li>
  );
}

function MarkText({ mark }: { mark: Mark }) {
  return mark.won ? (
    <span className={styles.wonText} title={mark.text}>
      ✓ {mark.text}
    </span>
  ) : (
    <span title={mark.text}>{mark.text}</span>
  );
}

/** Where a rule is in its window; the normal state has no colour. */
export function WindowText({ mark }: { mark: WindowMark }) {
  if (mark.tone === 'quiet') return <span>{mark.text}</span>;
  return <StatusTag tone={mark.tone === 'warn' ? 'warn' : 'plain'}>{mark.text}</StatusTag>;
}
