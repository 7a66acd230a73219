import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds the workspace. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** A path inside the workspace. */
export const inRoot = (...parts) => join(root, ...parts);

/** Where the launcher keeps its stamps; goes with `node_modules`. */
export const stampFolder = inRoot('node_modules', '.fenrun');

/**
 * The file behind a package's command, as `folder` sees the package: it is started with this Node, so that no shell and no
 * executable bit are needed.
 */
export function binFile(folder, packageName, command = packageName) {
  const manifest = findManifest(inRoot(folder), packageName);
  const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
  return join(dirname(manifest), typeof bin === 'string' ? bin : bin[command]);
}

function findManifest(folder, packageName) {
  for (const modules of createRequire(join(folder, 'package.json')).resolve.paths(packageName) ?? []) {
    const file = join(modules, packageName, 'package.json');
    try {
      readFileSync(file);
      return file;
    } catch {}
  }
  throw new Error(`${packageName} is not installed for ${folder}`);
}
