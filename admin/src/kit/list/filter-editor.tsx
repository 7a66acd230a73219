import { useQuery } from '@tanstack/react-query';
import { Button, Checkbox, DatePicker, Input, InputNumber, Radio } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useWords } from '../i18n/words';
import { currencySymbol } from '../money/money-format';
import { businessNow } from '../time/clock';
import { dayIn } from '../time/time-format';
import { useZone } from '../time/zone-context';
import { kitWords } from '../words';
import { dayPresets } from './day-presets';
import styles from './filter-bar.module.css';
import type { Filter } from './filters';
import type { ListUrl } from './list-url';

interface EditorProps<Kind extends Filter['kind'] = Filter['kind']> {
  filter: Extract<Filter, { kind: Kind }>;
  url: ListUrl;
  onDone: () => void;
}

/** The form inside a pill. Choices apply at once; ranges and texts on Enter or Apply. */
export function FilterEditor({ filter, url, onDone }: EditorProps) {
  if (filter.kind === 'choice') return <ChoiceEditor filter={filter} url={url} onDone={onDone} />;
  if (filter.kind === 'find') return <FindEditor filter={filter} url={url} onDone={onDone} />;
  if (filter.kind === 'text') return <TextEditor filter={filter} url={url} onDone={onDone} />;
  if (filter.kind === 'days') return <DaysEditor filter={filter} url={url} onDone={onDone} />;
  return <AmountsEditor filter={filter} url={url} onDone={onDone} />;
}

function ChoiceEditor({ filter, url, onDone }: EditorProps<'choice'>) {
  const chosen = url.getAll(filter.key);
  const labels = filter.options.map(({ value, label }) => ({ value, label }));
  if (filter.multiple) {
    return (
      <Checkbox.Group
        className={styles.choices}
        options={labels}
        value={chosen}
        onChange={(values) => url.set({ [filter.key]: values.map(String) })}
      />
    );
  }
  const choose = (value: string) => {
    url.set({ [filter.key]: value });
    onDone();
  };
  return (
    <Radio.Group
      className={styles.choices}
      options={labels}
      value={chosen[0]}
      onChange={(event) => choose(String(event.target.value))}
    />
  );
}

function FindEditor({ filter, url, onDone }: EditorProps<'find'>) {
  const words = useWords(kitWords);
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['kit-find', filter.key, text],
    queryFn: () => filter.find({ text }),
    placeholderData: (old) => old,
  });
  const choose = (value: string) => {
    url.set({ [filter.key]: value });
    onDone();
  };
  return (
    <div className={styles.find}>
      <Input
        autoFocus
        placeholder={words.typeToSearch}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <div className={styles.found}>
        {found.data?.map((option) => (
          <button key={option.value} type="button" className={styles.folded} onClick={() => choose(option.value)}>
            {option.label}
            {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
          </button>
        ))}
        {found.data?.length === 0 ? <div className={styles.nothing}>{words.nothingFound}</div> : null}
      </div>
    </div>
  );
}

function TextEditor({ filter, url, onDone }: EditorProps<'text'>) {
  const words = useWords(kitWords);
  const [text, setText] = useState(url.get(filter.key) ?? '');
  const apply = () => {
    url.set({ [filter.key]: text.trim() || null });
    onDone();
  };
  return (
    <div className={styles.range}>
      <Input
        autoFocus
        aria-label={filter.label}
        placeholder={filter.placeholder}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPressEnter={apply}
      />
      <Button type="primary" onClick={apply}>
        {words.apply}
      </Button>
    </div>
  );
}

function DaysEditor({ filter, url, onDone }: EditorProps<'days'>) {
  const words = useWords(kitWords);
  const { timezone } = useZone();
  const today = dayIn(businessNow(), timezone);
  const [from, to] = [url.get(filter.fromKey), url.get(filter.toKey)];
  const apply = (first: string | null, last: string | null) => {
    url.set({ [filter.fromKey]: first, [filter.toKey]: last });
    onDone();
  };
  return (
    <div className={styles.days}>
      <div className={styles.presets}>
        {dayPresets(today, words.days).map((preset) => (
          <Button key={preset.label} size="small" onClick={() => apply(preset.from, preset.to)}>
            {preset.label}
          </Button>
        ))}
      </div>
      <DatePicker.RangePicker
        allowEmpty={[true, true]}
        value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
        onChange={(range) => apply(range?.[0]?.format('YYYY-MM-DD') ?? null, range?.[1]?.format('YYYY-MM-DD') ?? null)}
      />
    </div>
  );
}

function AmountsEditor({ filter, url, onDone }: EditorProps<'amounts'>) {
  const words = useWords(kitWords);
  const { currency } = useZone();
  const [from, setFrom] = useState(url.get(filter.fromKey));
  const [to, setTo] = useState(url.get(filter.toKey));
  const apply = () => {
    url.set({ [filter.fromKey]: from, [filter.toKey]: to });
    onDone();
  };
  const field = {
    stringMode: true,
    min: '0',
    prefix: currencySymbol(currency),
    style: { width: 128 },
    onPressEnter: apply,
  };
  return (
    <div className={styles.range}>
      <InputNumber<string>
        {...field}
        autoFocus
        placeholder={words.atLeast}
        aria-label={words.atLeast}
        value={from}
        onChange={setFrom}
      />
      <span>–</span>
      <InputNumber<string> {...field} placeholder={words.below} aria-label={words.below} value={to} onChange={setTo} />
      <Button type="primary" onClick={apply}>
        {words.apply}
      </Button>
    </div>
  );
}
