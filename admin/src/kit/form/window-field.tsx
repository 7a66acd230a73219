import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { KeyboardEvent } from 'react';
import { useWords } from '../i18n/words';
import type { DayWindow } from '../time/window-days';
import { kitWords } from '../words';

/** Enter in a picker takes the day that was typed; without this it would also send the form, before the day is in it. */
export const keepFormUnsent = (event: KeyboardEvent): void => {
  if (event.key === 'Enter') event.preventDefault();
};

interface WindowFieldProps {
  value?: DayWindow;
  onChange?: (days: DayWindow) => void;
  label?: string;
  disabled?: boolean;
}

/** From a day to a day, both inclusive; a side that is left empty is open. */
export function WindowField({ value, onChange, label, disabled }: WindowFieldProps) {
  const words = useWords(kitWords);
  const day = (text: string | null | undefined) => (text ? dayjs(text) : null);
  return (
    <DatePicker.RangePicker
      allowEmpty={[true, true]}
      onKeyDown={keepFormUnsent}
      disabled={disabled}
      aria-label={label}
      placeholder={[words.openStart, words.openEnd]}
      value={[day(value?.from), day(value?.to)]}
      onChange={(days) =>
        onChange?.({ from: days?.[0]?.format('YYYY-MM-DD') ?? null, to: days?.[1]?.format('YYYY-MM-DD') ?? null })
      }
      style={{ width: '100%', maxWidth: 320 }}
    />
  );
}
