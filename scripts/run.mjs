#!/usr/bin/env node
import { build } from './launch/build.mjs';
import { check } from './launch/check.mjs';
import { ci } from './launch/ci.mjs';
import { install } from './launch/install.mjs';
import { runProgram } from './launch/program.mjs';
import { resetDemo } from './launch/reset.mjs';
import { start } from './launch/start.mjs';
import { keepOutputClean, print, Stop } from './launch/terminal.mjs';
import { test } from './launch/test.mjs';

/**
 * The one door to the project's commands: needs Node and nothing else, installs and builds what is missing or stale, and
 * then runs the command. Each command answers its exit code.
 */
const commands = {
  start: async (args) => {
    await install();
    await build(['server', 'emulator', 'admin', 'h5']);
    if (args.includes('--reset')) await resetDemo();
    return start(args.filter((arg) => arg !== '--reset'));
  },
  test: async (args) => {
    await install();
    return test(args);
  },
  build: async () => {
    await install();
    await build(['server', 'emulator', 'admin', 'h5', 'weapp']);
    return 0;
  },
  'build:weapp': async () => {
    await install();
    await build(['weapp']);
    print('The mini-program is in miniapp/dist/weapp; open the folder miniapp in WeChat DevTools.');
    return 0;
  },
  check: async (args) => {
    await install();
    return check(args);
  },
  ci: async () => {
    await install();
    return ci();
  },
  scenario: quiet((args) => runProgram('server', 'server/dist/scenario.cjs', args, { privateDatabase: true })),
  cli: quiet((args) => runProgram('server', 'server/dist/cli.cjs', args)),
  bench: quiet((args) =>
    runProgram('bench', 'packages/bench/dist/bench.cjs', args, { alsoBuild: ['server', 'emulator'] }),
  ),
  faults: quiet((args) =>
    runProgram('bench', 'packages/bench/dist/faults.cjs', args, { alsoBuild: ['server', 'emulator'] }),
  ),
};

/** A command whose standard output is its answer: progress goes to standard error. */
function quiet(command) {
  return async (args) => {
    keepOutputClean();
    await install();
    return command(args);
  };
}

async function main([name, ...args]) {
  const command = Object.hasOwn(commands, name ?? '') ? commands[name] : undefined;
  if (!command) throw new Stop(`commands: ${Object.keys(commands).join(', ')}`, 2);
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new Stop(`Node 20.19 or later is needed; this is ${process.version}`);
  return command(args[0] === '--' ? args.slice(1) : args);
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error) => {
    process.stderr.write(`${error instanceof Stop ? error.message : error.stack}\n`);
    process.exit(error instanceof Stop ? error.code : 1);
  },
);
