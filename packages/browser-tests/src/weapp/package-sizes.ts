import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** One package of a built mini-program, in bytes of its files as they are uploaded. */
export interface PackageSize {
  /** The root of a subpackage, or `main`. */
  readonly name: string;
  readonly bytes: number;
}

/** Sizes of the main package and of each subpackage; a subpackage's files do not count for the main one. */
export function packageSizes(dist: string): PackageSize[] {
  const { subPackages = [] } = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
    subPackages?: { root: string }[];
  };
  const roots = subPackages.map(({ root }) => root.replace(/\/$/, ''));
  const sizes = new Map<string, number>([['main', 0], ...roots.map((root): [string, number] => [root, 0])]);
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const found = statSync(join(dist, file));
    if (!found.isFile()) continue;
    const name = roots.find((root) => file.startsWith(`${root}/`)) ?? 'main';
    sizes.set(name, (sizes.get(name) ?? 0) + found.size);
  }
  return [...sizes].map(([name, bytes]) => ({ name, bytes }));
}
