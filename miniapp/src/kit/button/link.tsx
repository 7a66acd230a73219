import { Text } from '@tarojs/components';
import { cx } from '../cx';
import { Icon, type IconName } from '../icon';
import { Tap } from '../tap';

export interface LinkProps {
  words: string;
  onTap: () => void;
  tone?: 'deep' | 'quiet';
  icon?: IconName;
  hasArrow?: boolean;
  className?: string;
}

export function Link({ words, onTap, tone = 'deep', icon, hasArrow, className }: LinkProps) {
  return (
    <Tap className={cx('link', `link--${tone}`, className)} onTap={onTap} isInner>
      {icon ? <Icon name={icon} size={32} className="link__icon" /> : null}
      <Text>{words}</Text>
      {hasArrow ? (
        <Icon name={tone === 'deep' ? 'right-deep' : 'right-ink3'} size={26} className="link__arrow" />
      ) : null}
    </Tap>
  );
}
