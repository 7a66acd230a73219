import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const config = join(root, 'tooling/import-law.cjs');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** The violations as lines `rule: from → to`. */
function cruise(cwd: string, args: readonly string[]): string[] {
  const run = spawnSync(process.execPath, [cruiser, '--config', config, '--output-type', 'json', ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });
  if (!run.stdout.startsWith('{')) throw new Error(run.stderr || run.stdout);
  const { summary } = JSON.parse(run.stdout) as {
    summary: { violations: { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`);
}

test('server and packages keep the import law', { timeout: 120_000 }, () => {
  expect(cruise(root, ['server/src', 'packages'])).toEqual([]);
});

test('the console keeps the import law', { timeout: 120_000 }, () => {
  expect(cruise(root, ['admin/src'])).toEqual([]);
});

test('the mini-program keeps the import law', { timeout: 120_000 }, () => {
  expect(cruise(root, ['--webpack-config', 'tooling/import-law.alias.cjs', 'miniapp/src'])).toEqual([]);
});

test('an import that goes up, sideways or past the door is found', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-law-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('server/src/modules/ledger/index.ts', "import '../commission';\n");
  write('server/src/modules/commission/index.ts', "import '../sales/commands/record-sale';\n");
  write('server/src/modules/sales/index.ts', "import '../promoters';\n");
  write('server/src/modules/sales/commands/record-sale.ts', 'export const a = 1;\n');
  write('server/src/modules/promoters/index.ts', 'export const b = 1;\n');
  expect(cruise(folder, ['server/src']).sort()).toEqual([
    'sales-never-looks-sideways: server/src/modules/sales/index.ts → server/src/modules/promoters/index.ts',
    'sales-through-its-door: server/src/modules/commission/index.ts → server/src/modules/sales/commands/record-sale.ts',
    'storey-0-never-looks-up: server/src/modules/ledger/index.ts → server/src/modules/commission/index.ts',
  ]);
  rmSync(folder, { recursive: true, force: true });
});
