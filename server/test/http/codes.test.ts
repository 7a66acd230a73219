import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorCodes } from '@fenrun/contracts';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

/** Codes that are answered to WeChat in its own form, or stay inside; they never become a problem of ours. */
const INSIDE = /^(notice|push)-|^dry-run$/;

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(root, folder, file), 'utf8'));
}

test('every code that something is refused with has its words and its status', () => {
  const used = new Set<string>();
  for (const text of ['server/src', 'packages/engine/src', 'packages/kernel/src'].flatMap(sources)) {
    for (const match of text.matchAll(/\brefuse\(\s*'([a-z-]+)'/g)) used.add(match[1] as string);
  }
  const unknown = [...used].filter((code) => !errorCodes[code] && !INSIDE.test(code));
  expect(unknown).toEqual([]);
});
