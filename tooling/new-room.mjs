#!/usr/bin/env node
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `node tooling/new-room.mjs NAME STOREY` makes a room with its door and README, and lists it in storeys.cjs. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [name, storeyText] = process.argv.slice(2);
const { storeys } = createRequire(import.meta.url)(join(root, 'storeys.cjs'));
const storey = storeys.find((candidate) => String(candidate.storey) === storeyText);

if (!/^[a-z]+$/.test(name ?? '') || !storey)
  stop(`usage: new-room.mjs NAME STOREY (0 to ${storeys.length - 1}); the name is one lower-case word`);
if (storeys.some(({ rooms }) => rooms.includes(name))) stop(`${name} is listed already`);
const folder = join(root, 'server/src/modules', name);
if (existsSync(folder)) stop(`${folder} exists already`);

for (const part of ['domain', 'commands', 'queries', 'store']) mkdirSync(join(folder, part), { recursive: true });
writeFileSync(
  join(folder, 'README.md'),
  `# ${name}\n\nStorey ${storey.storey}. What this room knows and decides, in a few sentences; what it leaves to others.\n`,
);
writeFileSync(
  join(folder, 'index.ts'),
  `/** The door of ${name}: everything that other rooms may use. */\nexport {};\n`,
);

const list = join(root, 'storeys.cjs');
const before = storey.rooms.map((room) => `'${room}'`).join(', ');
writeFileSync(list, readFileSync(list, 'utf8').replace(`rooms: [${before}]`, `rooms: [${before}, '${name}']`));
process.stdout.write(`made server/src/modules/${name} on storey ${storey.storey}\n`);

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}
