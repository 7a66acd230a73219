import { useQueries, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/words';
import type { Option } from '../list/filters';
import { kitWords } from '../words';

interface FindManyProps {
  /** Names the options in the cache; the same finder may serve several fields. */
  id: string;
  find: (ask: { text: string } | { value: string }) => Promise<readonly Option[]>;
  value?: readonly string[];
  onChange?: (values: string[]) => void;
  placeholder?: string;
  label?: string;
}

/** Names that are asked for one by one; a list of thousands shows the codes of the rest. */
const namesAsked = 60;

/** Several things out of a long list, found as one types; what is chosen shows its name. */
export function FindMany({ id, find, value = [], onChange, placeholder, label }: FindManyProps) {
  const words = useWords(kitWords);
  const [text, setText] = useState('');
  const found = useQuery({
    queryKey: ['kit-find', id, text],
    queryFn: () => find({ text }),
    placeholderData: (old) => old,
  });
  const named = useQueries({
    queries: value.slice(0, namesAsked).map((one) => ({
      queryKey: ['kit-filter-name', id, one],
      queryFn: () => find({ value: one }),
    })),
  });
  const options = new Map<string, string>();
  for (const option of named.flatMap((one) => one.data ?? [])) options.set(option.value, option.label);
  for (const option of found.data ?? []) {
    options.set(option.value, option.hint ? `${option.label}  ${option.hint}` : option.label);
  }
  return (
    <Select
      mode="multiple"
      showSearch={{ filterOption: false, onSearch: setText }}
      allowClear
      aria-label={label}
      placeholder={placeholder ?? words.typeToSearch}
      value={[...value]}
      onChange={(values) => {
        setText('');
        onChange?.(values);
      }}
      notFoundContent={words.nothingFound}
      loading={found.isFetching}
      maxTagCount={20}
      options={[...options].map(([key, name]) => ({ value: key, label: name }))}
    />
  );
}
