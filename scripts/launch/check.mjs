import { spawn } from 'node:child_process';
import { line, nothing } from './count.mjs';
import { binFile, inRoot } from './place.mjs';
import { print, say } from './terminal.mjs';

/** What reads the code without running it. Each counts as one in the closing line. */
const checks = [
  { title: 'format and lint', folder: '.', bin: ['@biomejs/biome', 'biome'], args: ['check', '--error-on-warnings'] },
  { title: 'types of the packages', folder: '.', bin: ['typescript', 'tsc'], args: ['--noEmit', '-p', '.'] },
  { title: 'types of the server', folder: 'server', bin: ['typescript', 'tsc'], args: ['--noEmit', '-p', '.'] },
  { title: 'types of the console', folder: 'admin', bin: ['typescript', 'tsc'], args: ['--noEmit', '-p', '.'] },
  { title: 'types of the mini-program', folder: 'miniapp', bin: ['typescript', 'tsc'], args: ['--noEmit', '-p', '.'] },
];

const AT_ONCE = 2;

/** Checks format, lint and types, and prints the closing line. The import law and the tidy test are part of the tests. */
export async function check() {
  const count = await countChecks();
  print(line(count));
  return count.failed === 0 ? 0 : 1;
}

export async function countChecks() {
  const waiting = [...checks];
  const count = { ...nothing };
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const { code, text } = await run(next);
      say(`${code === 0 ? 'ok    ' : 'FAILED'}  ${next.title}`);
      if (code === 0) count.passed += 1;
      else count.failed += 1;
      if (code !== 0) print(text);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return count;
}

function run({ folder, bin, args }) {
  const file = binFile(folder, ...bin);
  const child = spawn(process.execPath, [file, ...args], { cwd: inRoot(folder), stdio: ['ignore', 'pipe', 'pipe'] });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      text += chunk;
    });
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, text: text.trim() }));
  });
}
