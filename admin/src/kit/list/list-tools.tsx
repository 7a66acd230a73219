import { LinkOutlined, SettingOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Popover, Tooltip } from 'antd';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import type { Column } from './columns';
import styles from './list-table.module.css';

interface ColumnChoiceProps<Row> {
  columns: readonly Column<Row>[];
  shown: ReadonlySet<string>;
  /** Keys that were chosen but found no room in the present width. */
  hidden: ReadonlySet<string>;
  onChoose: (shown: ReadonlySet<string> | null) => void;
}

export function CopyLinkButton() {
  const words = useWords(kitWords);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    message.success(words.linkCopied);
  };
  return (
    <Tooltip title={words.copyLink}>
      <Button type="text" icon={<LinkOutlined />} onClick={copy} aria-label={words.copyLink} />
    </Tooltip>
  );
}

export function ColumnChoice<Row>({ columns, shown, hidden, onChoose }: ColumnChoiceProps<Row>) {
  const words = useWords(kitWords);
  const toggle = (key: string) => {
    const next = new Set(shown);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  const content = (
    <div className={styles.columnChoice}>
      {columns.map((column) => (
        <Checkbox
          key={column.key}
          checked={shown.has(column.key)}
          disabled={column.leaves === undefined && !column.isOptional}
          onChange={() => toggle(column.key)}
        >
          {column.title}
          {hidden.has(column.key) ? <span className={styles.columnHint}>{words.columnHidden}</span> : null}
        </Checkbox>
      ))}
      <Button size="small" onClick={() => onChoose(null)}>
        {words.columnsReset}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" arrow={false} content={content} title={words.columns}>
      <Button type="text" icon={<SettingOutlined />} aria-label={words.columns} />
    </Popover>
  );
}
