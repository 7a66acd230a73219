import { defineConfig } from 'vitest/config';

/** One CommonJS file for Node with everything but node's own modules inside, so that a child process needs no install. */
export default defineConfig({
  ssr: { noExternal: true, target: 'node' },
  build: {
    target: 'node20',
    sourcemap: true,
    minify: false,
    emptyOutDir: true,
    rollupOptions: { output: { format: 'cjs', entryFileNames: '[name].cjs' } },
  },
  test: { environment: 'node', include: ['test/**/*.test.ts'], pool: 'forks' },
});
