import { DEFAULT_SETTINGS, type Settings } from '@fenrun/engine';
import { percent } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import { settingsWords } from '../../src/flows/trials/settings-words';

test('drafted settings say what becomes of what, and only that', () => {
  const after: Settings = {
    ...DEFAULT_SETTINGS,
    groupVsTier: 'higher_wins',
    network: { basis: 'sale', levels: [percent('5')] },
  };
  expect(settingsWords(DEFAULT_SETTINGS, after, 'zh')).toBe(
    '设置：分组与达标奖励 分组优先于达标奖励 → 分组与达标奖励取高，邀请佣金 关 → 5%',
  );
  expect(
    settingsWords(DEFAULT_SETTINGS, { ...DEFAULT_SETTINGS, base: { ...DEFAULT_SETTINGS.base, tax: true } }, 'en'),
  ).toBe('Settings: base with tax off → on');
  expect(settingsWords(DEFAULT_SETTINGS, DEFAULT_SETTINGS, 'zh')).toBe('设置有改动');
});
