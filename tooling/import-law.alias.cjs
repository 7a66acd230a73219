const { resolve } = require('node:path');

/** How the mini-program's `@/` resolves, in the form that dependency-cruiser reads. */
module.exports = {
  resolve: { alias: { '@': resolve(__dirname, '../miniapp/src') }, extensions: ['.ts', '.tsx', '.js'] },
};
