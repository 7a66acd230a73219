import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import { readTokens } from './read-tokens';

const workspace = [path.resolve(__dirname, '../../packages')];
const isH5 = process.env.TARO_ENV === 'h5';
/** MINIAPP_OUT builds elsewhere, so that a try does not disturb what runs from `dist`. */
const outputRoot = process.env.MINIAPP_OUT ?? `dist/${process.env.TARO_ENV}`;

/** Icons and art are copied, not bundled: they stay files, and no base64 goes through setData. */
function filesToCopy() {
  const patterns = [
    { from: 'src/assets/icons', to: `${outputRoot}/assets/icons` },
    { from: 'src/assets/art', to: `${outputRoot}/assets/art` },
  ];
  // Phones have San Francisco or Roboto; a desk that previews has neither, so the preview brings its figures along.
  if (isH5) {
    const font = require.resolve('@fontsource-variable/inter/files/inter-latin-opsz-normal.woff2', {
      paths: [__dirname],
    });
    patterns.push({ from: font, to: `${outputRoot}/assets/fonts/inter.woff2` });
  }
  return patterns;
}

export default defineConfig<'webpack5'>(async () => {
  const config: UserConfigExport<'webpack5'> = {
    projectName: 'fenrun-miniapp',
    date: '2026-11-22',
    designWidth: 750,
    deviceRatio: { 640: 2.34 / 2, 750: 1, 375: 2, 828: 1.81 / 2 },
    sourceRoot: 'src',
    outputRoot,
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [],
    // Two Reacts in one workspace break hooks silently; react-dom stays unaliased, Taro maps it to @tarojs/react.
    alias: {
      react: path.dirname(require.resolve('react/package.json', { paths: [__dirname] })),
      '@': path.resolve(__dirname, '../src'),
    },
    defineConstants: {
      __TOKENS__: JSON.stringify(readTokens()),
      __API_BASE__: JSON.stringify(process.env.FENRUN_API_BASE ?? (isH5 ? '' : 'http://127.0.0.1:7001')),
      __VERSION__: JSON.stringify(require('../package.json').version),
      __MERCHANT__: JSON.stringify(process.env.FENRUN_MERCHANT ?? 'demo'),
    },
    sass: {
      resource: [
        path.resolve(__dirname, '../src/styles/tokens.scss'),
        path.resolve(__dirname, '../src/styles/mixins.scss'),
      ],
    },
    copy: { patterns: filesToCopy(), options: {} },
    mini: {
      compile: { include: workspace },
      optimizeMainPackage: { enable: true },
      // Components carry their own styles and do not overrule each other's, so their order does not matter.
      miniCssExtractPluginOption: { ignoreOrder: true },
      postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
    },
    h5: {
      publicPath: '/m/',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      devServer: { host: '127.0.0.1' },
      miniCssExtractPluginOption: { ignoreOrder: true },
      compile: { include: workspace },
      postcss: { autoprefixer: { enable: true, config: {} } },
    },
  };
  return config;
});
