import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig, type TestProjectConfiguration } from 'vitest/config';
import { browserProjects } from './tooling/vitest/browser-projects.mts';
import { serverProjects } from './tooling/vitest/server-projects.mts';

const at = (path: string) => resolve(import.meta.dirname, path);

/** Pure packages share workers: nothing in them keeps state between files. */
const pure: TestProjectConfiguration = {
  test: {
    name: 'packages',
    environment: 'node',
    include: ['packages/{kernel,engine,contracts,testkit,bench}/test/**/*.test.ts'],
    testTimeout: 60_000,
    isolate: false,
    pool: 'threads',
  },
};

const tooling: TestProjectConfiguration = {
  test: { name: 'tooling', environment: 'node', include: ['tooling/test/**/*.test.ts'] },
};

const ownConfigs = [
  'packages/wechat-emulator/vite.config.mts',
  'admin/vite.config.ts',
  'miniapp/vitest.config.mts',
  'miniapp/vitest.config.ts',
];

export default defineConfig({
  test: {
    projects: [pure, tooling, ...ownConfigs.map(at).filter(existsSync), ...serverProjects(), ...browserProjects()],
  },
});
