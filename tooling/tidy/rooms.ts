import { existsSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './files';
import type { Violation } from './rules';

interface Storeys {
  readonly storeys: readonly { readonly storey: number; readonly rooms: readonly string[] }[];
}

/** Every room on disk is listed in `storeys.cjs` and has its README and its door. */
export function roomViolations(): Violation[] {
  const { storeys } = createRequire(import.meta.url)('../../storeys.cjs') as Storeys;
  const listed = new Set(storeys.flatMap((storey) => storey.rooms));
  const modules = 'server/src/modules';
  const found: Violation[] = [];
  for (const { name } of readdirSync(join(root, modules), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  )) {
    const path = `${modules}/${name}`;
    if (!listed.has(name)) found.push({ rule: 'room-not-listed', path, detail: 'add it to storeys.cjs' });
    for (const needed of ['README.md', 'index.ts']) {
      if (!existsSync(join(root, path, needed)))
        found.push({ rule: 'room-incomplete', path, detail: `has no ${needed}` });
    }
  }
  return found;
}
