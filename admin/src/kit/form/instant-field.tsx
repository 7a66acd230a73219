import { DatePicker } from 'antd';
import { instantOf } from '../time/time-format';
import { instantText, wallOf } from '../time/wall-clock';
import { useZone } from '../time/zone-context';

interface InstantFieldProps {
  /** RFC 3339; null is empty. */
  value?: string | null;
  onChange?: (instant: string | null) => void;
  placeholder?: string;
  label?: string;
}

/** An instant, picked to the minute on the merchant's wall clock. */
export function InstantField({ value, onChange, placeholder, label }: InstantFieldProps) {
  const { timezone } = useZone();
  return (
    <DatePicker
      showTime={{ format: 'HH:mm' }}
      format="YYYY-MM-DD HH:mm"
      placeholder={placeholder}
      aria-label={label}
      value={value ? wallOf(instantOf(value), timezone) : null}
      onChange={(picked) => onChange?.(picked ? instantText(picked, timezone) : null)}
      style={{ width: '100%' }}
    />
  );
}
