import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** Big libraries go into chunks of their own, so that a deploy of ours leaves them in the browser's cache. */
const chunks = [
  { name: 'echarts', test: /node_modules[\\/](.*[\\/])?(echarts|zrender)[\\/]/ },
  { name: 'antd', test: /node_modules[\\/](.*[\\/])?(antd|@ant-design|@rc-component)[\\/]/ },
  {
    name: 'vendor',
    test: /node_modules[\\/](.*[\\/])?(react|react-dom|react-router|scheduler|@tanstack|dayjs|zod)[\\/]/,
  },
];

const api = process.env['FENRUN_API'] ?? 'http://127.0.0.1:7001';

export default defineConfig({
  base: '/admin/',
  plugins: [react()],
  server: {
    host: '127.0.0.1',
    port: Number(process.env['FENRUN_ADMIN_PORT'] ?? 5173),
    proxy: { '/api': { target: api, ws: true }, '/files': api },
  },
  build: {
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rollupOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['./test/setup.ts'],
    server: { deps: { inline: [/@ant-design/] } },
    testTimeout: 40_000,
  },
});
