import { View } from '@tarojs/components';
import type { ReactNode } from 'react';
import { cx } from '../cx';
import { Node, type StepState } from '../life-line';
import './index.scss';

export interface TimelineStep {
  label: string;
  note?: ReactNode;
  /** What stands on the right: a date. */
  aside?: string;
  /** Absent: the step is numbered, for what is still to come before anything began. */
  state?: StepState;
}

/** The life line on end: how a payout went on, or what will happen, one under the other. */
export function Timeline({ steps }: { steps: readonly TimelineStep[] }) {
  return (
    <View className="timeline">
      {steps.map((step, index) => (
        <View key={index} className="timeline__step">
          <View className="timeline__rail">
            {step.state ? <Node state={step.state} /> : <View className="timeline__number">{index + 1}</View>}
            {index < steps.length - 1 ? (
              <View className={cx('timeline__line', lineTone(step, steps[index + 1]))} />
            ) : null}
          </View>
          <View className="timeline__body">
            <View className="timeline__head">
              <View className={cx('timeline__label', step.state && `timeline__label--${step.state}`)}>
                {step.label}
              </View>
              {step.aside ? <View className="timeline__aside">{step.aside}</View> : null}
            </View>
            {step.note ? <View className="timeline__note">{step.note}</View> : null}
          </View>
        </View>
      ))}
    </View>
  );
}

function lineTone(step: TimelineStep, next: TimelineStep | undefined): string {
  if (!step.state) return 'timeline__line--tint';
  return next?.state === 'open' || next?.state === 'ended' ? 'timeline__line--open' : '';
}
