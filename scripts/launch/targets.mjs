/**
 * What is built, from which files, by which command. A target is stale when its inputs differ from those of its last build.
 * `inputs` are files and folders of the workspace; `output` is a file that a finished build has.
 */

const pure = ['packages/kernel/src', 'packages/contracts/src'];
const versions = ['pnpm-lock.yaml'];

export const targets = {
  server: {
    title: 'server',
    folder: 'server',
    bin: ['vite'],
    args: ['build', '--ssr'],
    inputs: [
      'server/src',
      'server/vite.config.mts',
      'server/tsconfig.json',
      'server/package.json',
      'packages/engine/src',
      ...pure,
      ...versions,
    ],
    output: 'server/dist/main.cjs',
  },
  emulator: {
    title: 'WeChat emulator',
    folder: 'packages/wechat-emulator',
    bin: ['vite'],
    args: ['build', '--ssr', 'src/main.ts'],
    inputs: ['packages/wechat-emulator/src', 'packages/wechat-emulator/vite.config.mts', ...versions],
    output: 'packages/wechat-emulator/dist/main.cjs',
  },
  admin: {
    title: 'console',
    folder: 'admin',
    bin: ['vite'],
    args: ['build', '--logLevel', 'warn'],
    inputs: [
      'admin/src',
      'admin/public',
      'admin/index.html',
      'admin/vite.config.ts',
      'admin/package.json',
      'packages/engine/src',
      ...pure,
      ...versions,
    ],
    output: 'admin/dist/index.html',
  },
  h5: {
    title: 'mini-program preview',
    folder: 'miniapp',
    bin: ['@tarojs/cli', 'taro'],
    args: ['build', '--type', 'h5'],
    inputs: ['miniapp/src', 'miniapp/config', 'miniapp/babel.config.js', 'miniapp/package.json', ...pure, ...versions],
    env: ['FENRUN_API_BASE', 'FENRUN_MERCHANT'],
    output: 'miniapp/dist/h5/index.html',
  },
  weapp: {
    title: 'mini-program for WeChat',
    folder: 'miniapp',
    bin: ['@tarojs/cli', 'taro'],
    args: ['build', '--type', 'weapp'],
    inputs: [
      'miniapp/src',
      'miniapp/config',
      'miniapp/babel.config.js',
      'miniapp/project.config.json',
      'miniapp/package.json',
      ...pure,
      ...versions,
    ],
    env: ['FENRUN_API_BASE', 'FENRUN_MERCHANT'],
    output: 'miniapp/dist/weapp/app.json',
  },
  bench: {
    title: 'benchmarks',
    folder: 'packages/bench',
    bin: ['vite'],
    args: ['build', '--ssr'],
    inputs: [
      'packages/bench/src',
      'packages/bench/vite.config.mts',
      'packages/testkit/src',
      'packages/engine/src',
      ...pure,
      ...versions,
    ],
    output: 'packages/bench/dist/bench.cjs',
  },
};
