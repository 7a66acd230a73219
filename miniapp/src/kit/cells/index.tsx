import { Text, View } from '@tarojs/components';
import type { PropsWithChildren, ReactNode } from 'react';
import { cx } from '../cx';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';
import './index.scss';

export function Card({ children, className }: PropsWithChildren<{ className?: string }>) {
  return <View className={cx('card', className)}>{children}</View>;
}

export interface CellProps {
  label: string;
  icon?: IconName;
  /** A quiet word after the label: 0.1%. */
  aside?: string;
  value?: ReactNode;
  onTap?: () => void;
}

/** A row of a card: label left, value right, an arrow where it leads somewhere. */
export function Cell({ label, icon, aside, value, onTap }: CellProps) {
  return (
    <Tap className={cx('cell', icon && 'cell--icon', onTap && 'cell--link')} onTap={onTap}>
      {icon ? <Icon name={icon} size={44} className="cell__icon" /> : null}
      <Text className="cell__label">{label}</Text>
      {aside ? <Text className="cell__aside">{aside}</Text> : null}
      <View className="cell__value">{value}</View>
      {onTap ? <Icon name="right-ink3" size={28} className="cell__arrow" /> : null}
    </Tap>
  );
}

/** The heading of a section on the paper, with a way to all of it. */
export function SectionHead({ title, more, onMore }: { title: string; more?: string; onMore?: () => void }) {
  return (
    <View className="section-head">
      <Text className="section-head__title">{title}</Text>
      {more ? (
        <Tap className="section-head__more" onTap={onMore}>
          <Text>{more}</Text>
          <Icon name="right-ink3" size={26} />
        </Tap>
      ) : null}
    </View>
  );
}

/** A quiet explanation with a mark before it. */
export function Note({
  icon = 'info-ink3',
  children,
  className,
}: PropsWithChildren<{ icon?: IconName; className?: string }>) {
  return (
    <View className={cx('note', className)}>
      <Icon name={icon} size={32} className="note__icon" />
      <View className="note__words">{children}</View>
    </View>
  );
}
