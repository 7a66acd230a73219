import { Tooltip } from 'antd';
import { useLanguage } from '../i18n/language';
import { columnTime, dayOfInstant, durationText, fullTime, instantOf, relativeTime } from './time-format';
import { useNow } from './use-now';
import { useZone } from './zone-context';

/** `relative` says "3 minutes ago" within a day; `column` always 11-08 20:16; `day` 11月8日. The full time is on hover. */
export function TimeText({ at, as = 'column' }: { at: string | number; as?: 'relative' | 'column' | 'day' }) {
  const { timezone } = useZone();
  const language = useLanguage();
  const now = useNow();
  const instant = instantOf(at);
  const text = {
    relative: () => relativeTime(instant, timezone, now, language),
    column: () => columnTime(instant, timezone, now),
    day: () => dayOfInstant(instant, timezone, language, now),
  }[as]();
  return (
    <Tooltip title={`${fullTime(instant, timezone)} (${timezone})`} mouseEnterDelay={0.4}>
      <time dateTime={new Date(instant).toISOString()} style={{ whiteSpace: 'nowrap' }}>
        {text}
      </time>
    </Tooltip>
  );
}

/** How long something has been waiting since an instant. */
export function WaitingText({ since }: { since: string | number }) {
  const { timezone } = useZone();
  const language = useLanguage();
  const now = useNow();
  const instant = instantOf(since);
  return (
    <Tooltip title={fullTime(instant, timezone)} mouseEnterDelay={0.4}>
      <span style={{ whiteSpace: 'nowrap' }}>{durationText(now - instant, language)}</span>
    </Tooltip>
  );
}
