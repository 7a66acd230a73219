import { Text, View } from '@tarojs/components';
import { cx } from '../cx';
import { Icon } from '../icon';
import './index.scss';

/** `ended`: it went no further, and nothing is to come. */
export type StepState = 'done' | 'current' | 'open' | 'ended';

export interface Step {
  label: string;
  /** A date, an expected date or a condition. */
  note?: string;
  state: StepState;
}

/** The small life line of a list row: four segments, no dates. */
export function LifeLineSmall({ steps }: { steps: readonly StepState[] }) {
  return (
    <View className="life-small">
      {steps.map((state, index) => (
        <View key={index} className={cx('life-small__segment', `life-small__segment--${state}`)} />
      ))}
    </View>
  );
}

export function Node({ state }: { state: StepState }) {
  return (
    <View className={cx('life-node', `life-node--${state}`)}>
      {state === 'done' ? <Icon name="check-white" size={24} /> : null}
      {state === 'ended' ? <Icon name="close-ink3" size={20} /> : null}
      {state === 'current' ? <View className="life-node__dot" /> : null}
    </View>
  );
}

/** The large life line: nodes on a line, a label and a date under each. */
export function LifeLine({ steps }: { steps: readonly Step[] }) {
  return (
    <View className="life">
      {steps.map((step, index) => (
        <View key={index} className="life__step">
          <View className="life__rail">
            <View
              className={cx(
                'life__line',
                index === 0 && 'life__line--none',
                step.state === 'open' && 'life__line--open',
              )}
            />
            <Node state={step.state} />
            <View
              className={cx(
                'life__line',
                index === steps.length - 1 && 'life__line--none',
                (steps[index + 1]?.state ?? 'open') === 'open' && 'life__line--open',
              )}
            />
          </View>
          <Text className={cx('life__label', `life__label--${step.state}`)}>{step.label}</Text>
          {step.note ? <Text className="life__note">{step.note}</Text> : null}
        </View>
      ))}
    </View>
  );
}
