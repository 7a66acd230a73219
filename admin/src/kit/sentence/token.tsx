import { Button, Input, InputNumber, Popover, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import styles from './token.module.css';

interface TokenProps {
  /** What the value is, for the tooltip and the screen reader. */
  label: string;
  text: ReactNode;
  /** Without an editor the token is only read. */
  editor?: (done: () => void) => ReactNode;
}

/** A value inside a sentence. It reads as text; a click edits it in its place. */
export function Token({ label, text, editor }: TokenProps) {
  const [isOpen, setOpen] = useState(false);
  if (!editor) return <span className={styles.token}>{text}</span>;
  return (
    <Popover
      trigger="click"
      placement="bottomLeft"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={editor(() => setOpen(false))}
    >
      <button
        type="button"
        className={`${styles.token} ${styles.editable}`}
        aria-label={label}
        aria-expanded={isOpen}
        title={label}
      >
        {text}
      </button>
    </Popover>
  );
}

interface NumberTokenProps {
  label: string;
  value: string;
  text: ReactNode;
  unit?: string;
  min?: string;
  max?: string;
  onCommit?: (value: string) => void;
}

/** A figure in a sentence: percent, days or money, as a decimal string. */
export function NumberToken({ label, value, text, unit, min = '0', max, onCommit }: NumberTokenProps) {
  if (!onCommit) return <Token label={label} text={text} />;
  return (
    <Token
      label={label}
      text={text}
      editor={(done) => <NumberEditor {...{ label, value, unit, min, max, onCommit, done }} />}
    />
  );
}

function NumberEditor(props: Omit<NumberTokenProps, 'text'> & { done: () => void }) {
  const words = useWords(kitWords);
  const [value, setValue] = useState<string | null>(props.value);
  const commit = () => {
    if (value === null || value === '') return;
    props.onCommit?.(value);
    props.done();
  };
  return (
    <div className={styles.editor}>
      <InputNumber<string>
        autoFocus
        stringMode
        aria-label={props.label}
        suffix={props.unit}
        min={props.min}
        max={props.max}
        value={value}
        onChange={setValue}
        onPressEnter={commit}
        style={{ width: 140 }}
      />
      <Button type="primary" onClick={commit}>
        {words.apply}
      </Button>
    </div>
  );
}

interface ChoiceTokenProps {
  label: string;
  value: string;
  options: readonly { value: string; label: string }[];
  onCommit?: (value: string) => void;
}

export function ChoiceToken({ label, value, options, onCommit }: ChoiceTokenProps) {
  const text = options.find((option) => option.value === value)?.label ?? value;
  if (!onCommit) return <Token label={label} text={text} />;
  return (
    <Token
      label={label}
      text={text}
      editor={(done) => (
        <Select
          autoFocus
          defaultOpen
          aria-label={label}
          value={value}
          options={options.map((option) => ({ ...option }))}
          popupMatchSelectWidth={false}
          style={{ minWidth: 180 }}
          onChange={(next) => {
            onCommit(next);
            done();
          }}
        />
      )}
    />
  );
}

export function TextToken({
  label,
  value,
  onCommit,
}: {
  label: string;
  value: string;
  onCommit?: (value: string) => void;
}) {
  const words = useWords(kitWords);
  const [text, setText] = useState(value);
  const editor = (done: () => void) => {
    const commit = () => {
      if (text.trim() === '') return;
      onCommit?.(text.trim());
      done();
    };
    return (
      <div className={styles.editor}>
        <Input
          autoFocus
          aria-label={label}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onPressEnter={commit}
        />
        <Button type="primary" onClick={commit}>
          {words.apply}
        </Button>
      </div>
    );
  };
  return <Token label={label} text={value} editor={onCommit ? editor : undefined} />;
}
