import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { TestProjectConfiguration } from 'vitest/config';

const folder = resolve(import.meta.dirname, '../../packages/browser-tests');

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** A Chromium on this machine, or undefined; CHROMIUM names one that is elsewhere. */
export function findChromium(): string | undefined {
  const given = process.env['CHROMIUM'];
  if (given) return given;
  const folders = [
    ...(process.env['PATH'] ?? '').split(delimiter),
    '/usr/bin',
    '/Applications/Google Chrome.app/Contents/MacOS',
  ];
  return folders.flatMap((path) => NAMES.map((name) => join(path, name))).find((file) => existsSync(file));
}

/** Journeys in real browsers against the built product; only when asked for, since they need the builds. */
export function browserProjects(): TestProjectConfiguration[] {
  if (process.env['FENRUN_JOURNEYS'] !== '1' || !hasTests()) return [];
  return [
    {
      test: {
        name: 'journeys',
        root: folder,
        environment: 'node',
        include: ['{src,test}/**/*.test.ts'],
        testTimeout: 180_000,
        hookTimeout: 180_000,
        // They come last and one after another: each has a server, an emulator and a browser to itself.
        sequence: { groupOrder: 1 },
        fileParallelism: false,
        env: { CHROMIUM: findChromium() ?? '' },
      },
    },
  ];
}

function hasTests(): boolean {
  return (
    existsSync(folder) &&
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).some(
      (file) => !file.includes('node_modules') && file.endsWith('.test.ts'),
    )
  );
}
