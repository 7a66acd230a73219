import { Text, View } from '@tarojs/components';
import { clockText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { useOnline } from '@/lib/network';
import { Icon } from '../icon';
import './index.scss';

/** Says that there is no network, and of when the data on show is. `at` is phone time. */
export function OfflineStrip({ at }: { at: number }) {
  const isOnline = useOnline();
  const text = useText();
  const calendar = useCalendar();
  if (isOnline) return null;
  return (
    <View className="offline">
      <Icon name="offline-stale" size={32} />
      <Text className="offline__words">{text.states.offline(clockText(at + calendar.now - Date.now(), calendar))}</Text>
    </View>
  );
}
