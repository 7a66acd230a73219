/** Where a copied picture of src/assets lies: in the package on WeChat, under /m/ in a browser. */
export function assetPath(file: string): string {
  return process.env.TARO_ENV === 'h5' ? `/m/assets/${file}` : `/assets/${file}`;
}
