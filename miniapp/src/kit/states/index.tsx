import { Image, Text, View } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { useText } from '@/lib/i18n';
import { platform } from '@/lib/platform';
import type { Problem } from '@/lib/problem';
import { assetPath } from '../asset-path';
import { ActionButton } from '../button';
import { Tap } from '../tap';
import './index.scss';

interface StateProps {
  art: 'empty' | 'failed' | 'searching';
  title: string;
  words: string;
  children?: React.ReactNode;
}

function State({ art, title, words, children }: StateProps) {
  return (
    <View className="state">
      <Image className="state__art" src={assetPath(`art/${art}.svg`)} mode="aspectFit" />
      <View className="state__title">{title}</View>
      <Text className="state__words">{words}</Text>
      {children}
    </View>
  );
}

export interface EmptyProps {
  /** What will be here. */
  title: string;
  words: string;
  art?: 'empty' | 'searching';
  /** The first step, where the page has no foot to offer it. */
  action?: { words: string; onTap: () => void };
}

export function EmptyState({ title, words, art = 'empty', action }: EmptyProps) {
  return (
    <State art={art} title={title} words={words}>
      {action ? (
        <View className="state__action">
          <ActionButton look="tint" words={action.words} onTap={action.onTap} />
        </View>
      ) : null}
    </State>
  );
}

export interface ErrorProps {
  problem: Problem | null;
  /** What was not fetched: 「明细没有取到」. */
  title: string;
  /** What is unchanged all the same. */
  unchanged: string;
  again?: () => void;
}

/** What happened, what was not lost, what to do, and a number to copy. */
export function ErrorState({ problem, title, unchanged, again }: ErrorProps) {
  const text = useText();
  const number = problem?.requestId;
  const copy = () => {
    if (!number) return;
    void platform.copy(number).then(() => Taro.showToast({ title: text.states.copied, icon: 'none' }));
  };
  return (
    <State
      art="failed"
      title={title}
      words={`${text.states.cause(problem?.kind ?? 'server', problem?.detail ?? '')}\n${unchanged}`}
    >
      {number ? (
        <Tap className="state__number" onTap={copy}>
          {text.states.number(number)}
        </Tap>
      ) : null}
      {again ? (
        <View className="state__action">
          <ActionButton look="tint" words={text.states.again} onTap={again} />
        </View>
      ) : null}
    </State>
  );
}
