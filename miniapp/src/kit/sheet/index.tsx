import { Text, View } from '@tarojs/components';
import { type PropsWithChildren, useEffect, useState } from 'react';
import { useText } from '@/lib/i18n';
import { cx } from '../cx';
import { Icon } from '../icon';
import { Tap } from '../tap';
import './index.scss';

export interface SheetProps {
  isOpen: boolean;
  title: string;
  onClose: () => void;
}

/** A sheet from below. It stays drawn while it slides away. */
export function Sheet({ isOpen, title, onClose, children }: PropsWithChildren<SheetProps>) {
  const text = useText();
  const [isDrawn, setDrawn] = useState(isOpen);
  const [isUp, setUp] = useState(false);
  useEffect(() => {
    if (isOpen) setDrawn(true);
    const timer = setTimeout(() => (isOpen ? setUp(true) : setDrawn(false)), isOpen ? 20 : 260);
    if (!isOpen) setUp(false);
    return () => clearTimeout(timer);
  }, [isOpen]);
  if (!isDrawn) return null;
  return (
    <View className={cx('sheet', isUp && 'sheet--up')} catchMove>
      <Tap className="sheet__mask" label={text.common.close} onTap={onClose} />
      <View className="sheet__panel">
        <View className="sheet__head">
          <Text className="sheet__title">{title}</Text>
          <Tap className="sheet__close" label={text.common.close} onTap={onClose}>
            <Icon name="close-ink2" size={36} />
          </Tap>
        </View>
        {children}
      </View>
    </View>
  );
}
