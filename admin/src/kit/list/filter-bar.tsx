import { CloseOutlined, DownOutlined, SearchOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Input, Popover } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useLanguage } from '../i18n/language';
import { useWords } from '../i18n/words';
import { moneyString } from '../money/money-format';
import { businessNow } from '../time/clock';
import { dayIn } from '../time/time-format';
import { useZone } from '../time/zone-context';
import { kitWords } from '../words';
import styles from './filter-bar.module.css';
import { FilterEditor } from './filter-editor';
import { daysText, type Filter, filterKeys, isFilterSet } from './filters';
import type { ListUrl } from './list-url';

interface FilterBarProps {
  filters: readonly Filter[];
  url: ListUrl;
  searchPlaceholder?: string;
  /** The width of the list: what is not set and finds no room goes under "More". 0 while it is not known. */
  width: number;
  end?: ReactNode;
}

const narrowWidth = 760;
const middleWidth = 1040;
/** Pills beside the search and what is set, in a list of middle width. */
const unsetInMiddle = 4;

/** Filters in one row that wraps: dashed what can be set, solid with its value what is set. */
export function FilterBar({ filters, url, searchPlaceholder, width, end }: FilterBarProps) {
  const words = useWords(kitWords);
  const set = filters.filter((filter) => isFilterSet(filter, url));
  const unset = filters.filter((filter) => !isFilterSet(filter, url));
  const isNarrow = width > 0 && width < narrowWidth;
  const isMiddle = width > 0 && width < middleWidth;
  const firsts = unset.filter((filter) => filter.first);
  const shownUnset = isNarrow ? firsts : isMiddle ? unset.slice(0, Math.max(firsts.length, unsetInMiddle)) : unset;
  const folded = unset.filter((filter) => !shownUnset.includes(filter));
  return (
    // biome-ignore lint/a11y/useSemanticElements: React 18 does not know the search element
    <div className={styles.bar} role="search">
      <div className={styles.pills}>
        {searchPlaceholder ? <SearchBox url={url} placeholder={searchPlaceholder} isNarrow={isMiddle} /> : null}
        {set.map((filter) => (
          <Pill key={filter.key} filter={filter} url={url} isSet />
        ))}
        {shownUnset.map((filter) => (
          <Pill key={filter.key} filter={filter} url={url} isSet={false} />
        ))}
        {folded.length > 0 ? <FoldedPills label={words.more} filters={folded} url={url} /> : null}
      </div>
      {end ? <div className={styles.end}>{end}</div> : null}
    </div>
  );
}

function SearchBox({ url, placeholder, isNarrow }: { url: ListUrl; placeholder: string; isNarrow: boolean }) {
  const kept = url.get('q') ?? '';
  const [text, setText] = useState(kept);
  useEffect(() => setText(kept), [kept]);
  useEffect(() => {
    if (text === kept) return;
    const timer = window.setTimeout(() => url.set({ q: text.trim() || null }), 300);
    return () => window.clearTimeout(timer);
  }, [text, kept, url]);
  return (
    <Input
      className={styles.search}
      style={{ width: isNarrow ? 180 : 216 }}
      prefix={<SearchOutlined />}
      placeholder={placeholder}
      aria-label={placeholder}
      value={text}
      allowClear
      size="small"
      onChange={(event) => setText(event.target.value)}
    />
  );
}

function Pill({ filter, url, isSet }: { filter: Filter; url: ListUrl; isSet: boolean }) {
  const words = useWords(kitWords);
  const [isOpen, setOpen] = useState(false);
  const value = useFilterText(filter, url);
  const clear = () => url.set(Object.fromEntries(filterKeys(filter).map((key) => [key, null])));
  return (
    <span className={`${styles.pill} ${isSet ? styles.set : ''}`}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={isOpen}
        onOpenChange={setOpen}
        destroyOnHidden
        content={<FilterEditor filter={filter} url={url} onDone={() => setOpen(false)} />}
      >
        <button type="button" className={styles.face} aria-expanded={isOpen} aria-haspopup="dialog">
          <span className={styles.name}>{filter.label}</span>
          {isSet ? <span className={styles.value}>{value}</span> : <DownOutlined className={styles.caret} />}
        </button>
      </Popover>
      {isSet ? (
        <button type="button" className={styles.remove} onClick={clear} aria-label={words.removeFilter(filter.label)}>
          <CloseOutlined />
        </button>
      ) : null}
    </span>
  );
}

/** The pills that found no room: each opens its own editor inside the popover. */
function FoldedPills({ label, filters, url }: { label: string; filters: readonly Filter[]; url: ListUrl }) {
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState<Filter | null>(null);
  const close = (open: boolean) => {
    setOpen(open);
    if (!open) choose(null);
  };
  const menu = filters.map((filter) => (
    <button key={filter.key} type="button" className={styles.folded} onClick={() => choose(filter)}>
      {filter.label}
    </button>
  ));
  return (
    <span className={styles.pill}>
      <Popover
        trigger="click"
        placement="bottomLeft"
        arrow={false}
        open={isOpen}
        onOpenChange={close}
        destroyOnHidden
        content={chosen ? <FilterEditor filter={chosen} url={url} onDone={() => close(false)} /> : <div>{menu}</div>}
      >
        <button type="button" className={styles.face} aria-expanded={isOpen} aria-haspopup="dialog">
          <span className={styles.name}>{label}</span>
          <DownOutlined className={styles.caret} />
        </button>
      </Popover>
    </span>
  );
}

function useFilterText(filter: Filter, url: ListUrl): string {
  const language = useLanguage();
  const words = useWords(kitWords);
  const { currency, timezone } = useZone();
  const value = url.get(filter.key);
  const found = useQuery({
    queryKey: ['kit-filter-name', filter.key, value],
    queryFn: () => (filter.kind === 'find' && value !== null ? filter.find({ value }) : []),
    enabled: filter.kind === 'find' && value !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (filter.kind === 'choice') {
    const labels = url
      .getAll(filter.key)
      .map((one) => filter.options.find((option) => option.value === one)?.label ?? one);
    return labels.join(language === 'zh' ? '、' : ', ');
  }
  if (filter.kind === 'find') return found.data?.[0]?.label ?? value ?? '';
  if (filter.kind === 'text') return value ?? '';
  const [from, to] = [url.get(filter.fromKey), url.get(filter.toKey)];
  if (filter.kind === 'days') return daysText(from, to, language, dayIn(businessNow(), timezone).slice(0, 4));
  const text = (amount: string) => moneyString(amount, currency);
  if (from && to) return `${text(from)}–${text(to)}`;
  return from ? `${words.atLeast} ${text(from)}` : to ? `${words.below} ${text(to)}` : '';
}
