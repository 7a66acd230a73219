import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { inRoot, root, stampFolder } from './place.mjs';
import { Stop, say } from './terminal.mjs';

/** The version that the lockfile was made and proven with. */
const PNPM = '10.34.8';

/** pnpm reports many times a second; a line each few seconds is enough. */
const PROGRESS_EVERY_MS = 3000;

/** Lines of pnpm's output that are shown when it fails. */
const LINES_SHOWN = 40;

/** Installs what the lockfile says, unless that was done already. */
export async function install() {
  const wanted = lockHash();
  const stamp = join(stampFolder, 'installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('installing packages (the first time takes a minute)');
  await runPnpm(['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only', '--loglevel=info']);
  mkdirSync(stampFolder, { recursive: true });
  writeFileSync(stamp, wanted);
  say('packages installed');
}

/** The lockfile and every manifest: a changed manifest needs an install even before the lockfile follows. */
function lockHash() {
  const hash = createHash('sha256');
  const files = ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json', ...manifests()];
  for (const file of files)
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(inRoot(file)))
      .update('\0');
  return hash.digest('hex');
}

function manifests() {
  const folders = [
    'server',
    'admin',
    'miniapp',
    ...readdirSync(inRoot('packages'))
      .sort()
      .map((name) => `packages/${name}`),
  ];
  return folders.map((folder) => `${folder}/package.json`).filter((file) => existsSync(inRoot(file)));
}

function pnpmCommand() {
  const have = spawnSync('pnpm', ['--version'], { encoding: 'utf8', cwd: root, shell: process.platform === 'win32' });
  return have.status === 0 && have.stdout.trim() === PNPM ? ['pnpm'] : ['npx', '--yes', `pnpm@${PNPM}`];
}

function runPnpm(args) {
  const [command, ...first] = pnpmCommand();
  const child = spawn(command, [...first, ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
    // npm's quietness is meant for our own commands, not for this one.
    env: { ...process.env, npm_config_loglevel: 'error', npm_config_reporter: 'append-only' },
  });
  const lines = [];
  let shown = 0;
  const take = (line) => {
    lines.push(line);
    if (lines.length > LINES_SHOWN) lines.shift();
    if (!line.startsWith('Progress:') || Date.now() - shown < PROGRESS_EVERY_MS) return;
    shown = Date.now();
    say(`  ${line.replace(/^Progress: /, '')}`);
  };
  createInterface(child.stdout).on('line', take);
  createInterface(child.stderr).on('line', take);
  return new Promise((resolve, reject) => {
    child.on('error', () => reject(new Stop(`cannot run ${command}; it comes with Node`)));
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Stop(`installing failed:\n${lines.join('\n')}`));
    });
  });
}
