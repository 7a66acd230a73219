import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';

/** The programs that are built: the server, and the commands that exist. Each becomes `dist/<name>.cjs`. */
const programs = { main: 'src/main.ts', cli: 'src/cli/main.ts', scenario: 'src/scenario.ts' };

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
