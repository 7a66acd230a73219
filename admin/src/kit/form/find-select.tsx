import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/words';
import type { Option } from '../list/filters';
import { kitWords } from '../words';

interface FindSelectProps {
  /** Names the options in the cache; the same finder may serve several fields. */
  id: string;
  find: (ask: { text: string } | { value: string }) => Promise<readonly Option[]>;
  value?: string;
  onChange?: (value: string | undefined) => void;
  placeholder?: string;
  allowClear?: boolean;
  /** Said to a screen reader where no label of a form stands beside it. */
  label?: string;
  variant?: 'outlined' | 'borderless';
  autoFocus?: boolean;
}

/** A select whose options are asked for as one types: for lists that may be long. */
export function FindSelect(props: FindSelectProps) {
  const { id, find, value, onChange, placeholder, allowClear } = props;
  const words = useWords(kitWords);
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['kit-find', id, text],
    queryFn: () => find({ text }),
    placeholderData: (old) => old,
  });
  const named = useQuery({
    queryKey: ['kit-filter-name', id, value],
    queryFn: () => find({ value: value ?? '' }),
    enabled: value !== undefined && value !== '',
  });
  const options = [...(found.data ?? [])];
  const own = named.data?.[0];
  if (own && !options.some((option) => option.value === own.value)) options.unshift(own);
  return (
    <Select
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear={allowClear}
      aria-label={props.label}
      variant={props.variant}
      autoFocus={props.autoFocus}
      placeholder={placeholder ?? words.typeToSearch}
      value={value}
      onChange={onChange}
      notFoundContent={words.nothingFound}
      loading={found.isFetching}
      options={options.map((option) => ({
        value: option.value,
        label: option.hint ? `${option.label}  ${option.hint}` : option.label,
      }))}
    />
  );
}
