import { resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { readTokens } from './config/read-tokens';

/** Logic only: what WeChat would do is stood in for by test/stand-ins; pages are walked by the harness and in browsers. */
export default defineConfig({
  resolve: {
    alias: {
      '@tarojs/taro': resolve(import.meta.dirname, 'test/stand-ins/taro.ts'),
      '@': resolve(import.meta.dirname, 'src'),
    },
  },
  define: {
    __TOKENS__: JSON.stringify(readTokens()),
    __API_BASE__: JSON.stringify(''),
    __MERCHANT__: JSON.stringify('demo'),
    __VERSION__: JSON.stringify('0.0.0'),
    'process.env.TARO_ENV': JSON.stringify('weapp'),
  },
  test: { name: 'miniapp', environment: 'node', include: ['test/**/*.test.ts'] },
});
