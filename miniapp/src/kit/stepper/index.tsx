import { Text, View } from '@tarojs/components';
import { Icon } from '../icon';
import { Tap } from '../tap';
import './index.scss';

export interface StepperProps {
  value: number;
  onChange: (value: number) => void;
  least?: number;
  most?: number;
  label: string;
}

/** How many; each side is a touch area of its own. */
export function Stepper({ value, onChange, least = 1, most = 999, label }: StepperProps) {
  return (
    <View className="stepper" ariaLabel={`${label} ${value}`}>
      <Tap className="stepper__side" label={`${label} −`} isDisabled={value <= least} onTap={() => onChange(value - 1)}>
        <Icon name={value <= least ? 'minus-bud' : 'minus-ink'} size={32} />
      </Tap>
      <Text className="stepper__value">{value}</Text>
      <Tap className="stepper__side" label={`${label} +`} isDisabled={value >= most} onTap={() => onChange(value + 1)}>
        <Icon name={value >= most ? 'plus-bud' : 'plus-ink'} size={32} />
      </Tap>
    </View>
  );
}
