import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { en } from '@/lib/i18n/en';
import { zh } from '@/lib/i18n/zh';
import { readTokens } from '../config/read-tokens';

const src = resolve(import.meta.dirname, '../src');
const files = (folder: string, ends: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ends.test(name))
    .map((name) => join(folder, name));

test('no colour stands outside of tokens.scss', () => {
  const guilty = files(src, /\.(ts|tsx|scss)$/)
    .filter((file) => !file.endsWith('tokens.scss'))
    .filter((file) =>
      /#[0-9a-fA-F]{6}\b|#[0-9a-fA-F]{3}\b|\brgba?\(/.test(readFileSync(file, 'utf8').replace(/#\{/g, '')),
    )
    .map((file) => relative(src, file));
  expect(guilty).toEqual([]);
});

test('the icons are drawn in the colours of tokens.scss only', () => {
  const known = new Set(Object.values(readTokens()).map((value) => value.toLowerCase()));
  for (const file of files(join(src, 'assets/icons'), /\.svg$/)) {
    for (const [colour] of readFileSync(file, 'utf8').matchAll(/#[0-9a-fA-F]{6}\b/g))
      expect(known).toContain(colour.toLowerCase());
  }
});

test('no path of a page is written outside of the table of pages', () => {
  const guilty = files(src, /\.(ts|tsx)$/)
    .filter((file) => !/(lib\/paths|app\.config)\.ts$/.test(file))
    .filter((file) => /['"`]\/?(pages|subpackages)\//.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file));
  expect(guilty).toEqual([]);
});

type Tree = { [key: string]: Tree | unknown };

function keys(tree: Tree, before = ''): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? keys(value as Tree, `${before}${key}.`)
      : [`${before}${key}`],
  );
}

test('both languages say the same things, and none is left untranslated', () => {
  expect(keys(en as unknown as Tree).sort()).toEqual(keys(zh as unknown as Tree).sort());
  expect(JSON.stringify(en).replace('简体中文', '')).not.toMatch(/[\u4e00-\u9fff]/);
});

test('words that the platform or our own taste forbids do not appear', () => {
  const said = JSON.stringify(zh);
  for (const word of ['下线', '团队', '队长', '躺赚', '日入', '红包']) expect(said).not.toContain(word);
});
