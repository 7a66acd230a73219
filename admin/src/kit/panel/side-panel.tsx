import { CloseOutlined, DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words';
import { CopyLinkButton } from '../list/list-tools';
import { kitWords } from '../words';
import styles from './side-panel.module.css';

interface SidePanelProps {
  title: ReactNode;
  /** "3rd of 38" in the filter's result. */
  place?: ReactNode;
  onPrevious?: () => void;
  onNext?: () => void;
  onClose: () => void;
  /** Actions fixed at the foot: the usual one right and primary. */
  footer?: ReactNode;
  children: ReactNode;
}

/** One thing beside its list: pushes the list where there is room, floats over it where not, and is never modal. */
export function SidePanel({ title, place, onPrevious, onNext, onClose, footer, children }: SidePanelProps) {
  const words = useWords(kitWords);
  return (
    <aside className={styles.panel} aria-label={typeof title === 'string' ? title : undefined}>
      <header className={styles.head}>
        <h2 className={styles.title}>{title}</h2>
        {place ? <span className={styles.place}>{place}</span> : null}
        <div className={styles.tools}>
          {onPrevious ? <PanelButton label={words.previous} icon={<UpOutlined />} onClick={onPrevious} /> : null}
          {onNext ? <PanelButton label={words.next} icon={<DownOutlined />} onClick={onNext} /> : null}
          <CopyLinkButton />
          <PanelButton label={`${words.close} (Esc)`} icon={<CloseOutlined />} onClick={onClose} />
        </div>
      </header>
      <div className={styles.body}>{children}</div>
      {footer ? <footer className={styles.foot}>{footer}</footer> : null}
    </aside>
  );
}

function PanelButton({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) {
  return (
    <Tooltip title={label} mouseEnterDelay={0.5}>
      <Button type="text" icon={icon} onClick={onClick} aria-label={label} />
    </Tooltip>
  );
}

/** A part of a panel under its own small heading. */
export function PanelSection({
  title,
  extra,
  children,
}: {
  title?: ReactNode;
  extra?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className={styles.section}>
      {title ? (
        <div className={styles.sectionHead}>
          <h3 className={styles.sectionTitle}>{title}</h3>
          {extra}
        </div>
      ) : null}
      {children}
    </section>
  );
}

/** Pairs of name and value, one line each. */
export function Facts({ items }: { items: readonly (readonly [name: string, value: ReactNode] | null)[] }) {
  return (
    <dl className={styles.facts}>
      {items.map((item) =>
        item === null || item[1] === null || item[1] === undefined || item[1] === '' ? null : (
          <div key={item[0]} className={styles.fact}>
            <dt>{item[0]}</dt>
            <dd>{item[1]}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
