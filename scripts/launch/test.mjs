import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { findMariadb } from '../../tooling/mariadb.mjs';
import { build } from './build.mjs';
import { countOf, line } from './count.mjs';
import { binFile, root } from './place.mjs';
import { print, say } from './terminal.mjs';

const CHROMIUM = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Runs the tests and prints the closing line. Arguments go to Vitest (a part of a file's name, `-t`, `--project`). */
export async function test(args) {
  const count = await countTests(args);
  print(line(count));
  return exitCode(count);
}

/** In CI nothing may be left out. */
export const exitCode = ({ failed, skipped, passed }) =>
  failed > 0 || passed === 0 || (process.env.CI && skipped > 0) ? 1 : 0;

/** Runs the tests and counts them. All of them, if no argument says otherwise: then the products are built first. */
export async function countTests(args) {
  const missing = missingPrograms();
  for (const { what, effect } of missing) print(`\n  ${what} is not installed: ${effect}.\n`);
  const all = args.length === 0;
  const wanted = all || args.some((arg) => arg === 'journeys' || arg.includes('browser-tests'));
  const journeys = wanted && !missing.some(({ browser }) => browser);
  if (wanted) await build(['server', 'emulator', 'admin', 'h5', 'weapp']);
  const count = await runVitest(args, journeys ? { FENRUN_JOURNEYS: '1' } : {});
  if (!process.env.CI || !all) return count;
  return { ...count, failed: count.failed + missing.length };
}

function missingPrograms() {
  const missing = [];
  if (!process.env.TEST_DB_SERVER && !findMariadb()) {
    missing.push({
      what: 'MariaDB or MySQL',
      effect: "the server's suites run on the embedded database only",
      browser: false,
    });
  }
  if (!process.env.CHROMIUM && !onPath(CHROMIUM)) {
    missing.push({ what: 'Chromium', effect: 'the journeys in a browser are left out', browser: true });
  }
  return missing;
}

function onPath(names) {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/Applications/Google Chrome.app/Contents/MacOS',
  ];
  return folders.some((folder) => names.some((name) => existsSync(join(folder, name))));
}

async function runVitest(args, extra) {
  say('testing');
  const folder = mkdtempSync(join(tmpdir(), 'fenrun-report-'));
  const report = join(folder, 'report.json');
  const child = spawn(
    process.execPath,
    [binFile('.', 'vitest'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`, ...args],
    {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, NODE_ENV: 'test', ...extra },
    },
  );
  const code = await new Promise((resolve) => {
    child.on('error', () => resolve(1));
    child.on('close', (exit) => resolve(exit ?? 1));
  });
  const count = countOf(report, code);
  rmSync(folder, { recursive: true, force: true });
  return count;
}
