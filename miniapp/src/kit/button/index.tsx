import { Button, type ButtonProps, Text, View } from '@tarojs/components';
import { moneyText } from '@/lib/money';
import { cx } from '../cx';
import { Icon, type IconName } from '../icon';
import { Money } from '../money';
import { useCurrency } from '../money/currency';
import './index.scss';

export interface ActionProps {
  /** A verb. */
  words: string;
  /** The amount that the verb is about. */
  amount?: string;
  icon?: IconName;
  onTap?: () => void;
  /** Says in its words why; a disabled button never stands mute. */
  isDisabled?: boolean;
  isBusy?: boolean;
  openType?: ButtonProps['openType'];
  onPhone?: (detail: unknown) => void;
  /** filled: the page's one action. tint and outline: the second choice. */
  look?: 'filled' | 'tint' | 'outline';
  className?: string;
  /** 88 high, inside a card. */
  isSmall?: boolean;
  /** What WeChat hands to onShareAppMessage with the button. */
  data?: string;
}

/** The page's action: 96 high, its amount set as money beside the verb. */
export function ActionButton({
  words,
  amount,
  icon,
  onTap,
  isDisabled,
  isBusy,
  openType,
  onPhone,
  look = 'filled',
  isSmall,
  className,
  data,
}: ActionProps) {
  const currency = useCurrency();
  const canTap = !isDisabled && !isBusy;
  return (
    <Button
      className={cx(
        'action',
        isSmall && 'action--small',
        `action--${look}`,
        isDisabled && 'action--disabled',
        isBusy && 'action--busy',
        className,
      )}
      hoverClass={canTap ? 'action--pressed' : 'none'}
      openType={canTap ? openType : undefined}
      data-share={data}
      onClick={canTap ? onTap : undefined}
      onGetPhoneNumber={onPhone ? (event) => onPhone(event.detail) : undefined}
      ariaLabel={amount ? `${words} ${moneyText(amount, currency)}` : words}
    >
      <View className="action__row">
        {icon ? <Icon name={icon} size={40} className="action__icon" /> : null}
        <Text className="action__words">{words}</Text>
        {amount ? <Money className="action__amount" value={amount} size="row" tone="inherit" /> : null}
      </View>
    </Button>
  );
}

/** A link in words, as high as a thumb. */
export { Link } from './link';
