import { ScrollView, Text, View } from '@tarojs/components';
import { cx } from '../cx';
import { Tap } from '../tap';
import './index.scss';

export interface Choice<V extends string> {
  value: V;
  label: string;
}

interface ChoiceProps<V extends string> {
  choices: readonly Choice<V>[];
  chosen: V;
  onChoose: (value: V) => void;
}

/** Filter chips in one row; the drawing is 64 high, the touch area 88. */
export function Chips<V extends string>({ choices, chosen, onChoose }: ChoiceProps<V>) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="chips">
      <View className="chips__row">
        {choices.map(({ value, label }) => (
          <Tap key={value} className="chips__tap" onTap={() => onChoose(value)}>
            <View className={cx('chips__chip', value === chosen && 'chips__chip--on')}>
              <Text>{label}</Text>
            </View>
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}

/** Tabs of categories, with the line under the chosen one. */
export function Tabs<V extends string>({ choices, chosen, onChoose }: ChoiceProps<V>) {
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="tabs">
      <View className="tabs__row">
        {choices.map(({ value, label }) => (
          <Tap
            key={value}
            className={cx('tabs__tab', value === chosen && 'tabs__tab--on')}
            onTap={() => onChoose(value)}
          >
            <Text>{label}</Text>
            <View className="tabs__line" />
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}

/** A quiet choice in words: how a list is sorted. */
export function WordChoice<V extends string>({ choices, chosen, onChoose }: ChoiceProps<V>) {
  return (
    <View className="words">
      {choices.map(({ value, label }) => (
        <Tap
          key={value}
          className={cx('words__word', value === chosen && 'words__word--on')}
          onTap={() => onChoose(value)}
        >
          <Text>{label}</Text>
        </Tap>
      ))}
    </View>
  );
}
