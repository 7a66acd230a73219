import { Image, Text, View } from '@tarojs/components';
import { assetPath } from '../asset-path';
import { cx } from '../cx';
import './index.scss';

export interface LevelMark {
  name: string;
  /** As people read it: `10%`. */
  rate: string;
}

export interface LevelLineProps {
  levels: readonly LevelMark[];
  /** Index of the level held, -1 before the first. */
  current: number;
  /** Share of the way to the next threshold, 0 to 1. */
  progress: number;
}

const PLANTS = 4;

/** The plant of a level: with more levels than plants the drawings spread evenly from the first to the last. */
function plantOf(index: number, count: number): number {
  return count <= 1 ? 1 : 1 + Math.round((index * (PLANTS - 1)) / (count - 1));
}

/** The life line under growing plants: what is reached is green, the fill between two plants is the way to the next threshold. */
export function LevelLine({ levels, current, progress }: LevelLineProps) {
  const reached = current < 0 ? 0 : current + (current < levels.length - 1 ? progress : 0);
  const filled = levels.length > 1 ? (reached / (levels.length - 1)) * 100 : 0;
  const edge = 50 / levels.length;
  return (
    <View className="levels">
      <View className="levels__rail" style={{ left: `${edge}%`, right: `${edge}%` }}>
        <View className="levels__fill" style={{ width: `${Math.min(filled, 100)}%` }} />
      </View>
      {levels.map((level, index) => (
        <View key={level.name} className="levels__level">
          <Image
            className="levels__plant"
            src={assetPath(`icons/plant${plantOf(index, levels.length)}-${index <= current ? 'on' : 'off'}.svg`)}
            mode="aspectFit"
          />
          <View className={cx('levels__dot', index <= current && 'levels__dot--on')} />
          <Text className={cx('levels__name', index === current && 'levels__name--on')}>{level.name}</Text>
          <Text className={cx('levels__rate', index === current && 'levels__rate--on')}>{level.rate}</Text>
        </View>
      ))}
    </View>
  );
}
