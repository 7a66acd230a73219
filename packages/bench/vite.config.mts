import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';

/** The programs that are built, each into `dist/<name>.cjs`: the benchmarks, and the faults where they exist. */
const programs = { bench: 'src/bench.ts', faults: 'src/faults.ts' };

const entries = Object.fromEntries(
  Object.entries(programs)
    .map(([name, file]) => [name, resolve(import.meta.dirname, file)])
    .filter(([, file]) => existsSync(file as string)),
);

export default defineConfig({
  ssr: { noExternal: [/^@fenrun\//], target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    sourcemap: true,
    minify: false,
    emptyOutDir: true,
    rollupOptions: {
      input: entries,
      output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
    },
  },
});
