import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const server = resolve(import.meta.dirname, '../..');

/** Builds the program that plays scenarios as the product's build does, but it alone; the folder is inside the server's, where its packages are found. */
export async function buildScenarioProgram(): Promise<{ file: string; remove(): void }> {
  const cache = join(server, 'node_modules/.cache');
  mkdirSync(cache, { recursive: true });
  const outDir = mkdtempSync(join(cache, 'scenario-'));
  await build({
    ...{ root: server, configFile: false, logLevel: 'error' },
    ssr: { noExternal: [/^@fenrun\//], target: 'node' },
    build: {
      ...{ ssr: true, target: 'node20', minify: false, outDir, emptyOutDir: true },
      rollupOptions: {
        input: { scenario: join(server, 'src/scenario.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: '[name]-[hash].cjs' },
      },
    },
  });
  return { file: join(outDir, 'scenario.cjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) };
}
