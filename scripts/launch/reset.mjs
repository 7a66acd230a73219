import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot } from './place.mjs';
import { runProgram } from './program.mjs';
import { Stop, say } from './terminal.mjs';

/** Empties a database that is marked as a demo, and forgets what the emulator knew. Anything else is refused. */
export async function resetDemo() {
  say('resetting the demo');
  const code = await runProgram('server', 'server/dist/cli.cjs', ['reset-demo', '--json']);
  if (code !== 0) throw new Stop('nothing was reset', code);
  rmSync(join(process.env.DATA_DIR ?? inRoot('data'), 'wechat-emulator'), { recursive: true, force: true });
}
