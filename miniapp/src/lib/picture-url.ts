/** The server names its pictures by path; WeChat wants the whole address. */
export function pictureUrl(src: string): string {
  return src.startsWith('/') ? __API_BASE__ + src : src;
}

/** The picture of a share card. WeChat draws no SVG there: without a picture it takes the page as it stands, which is the better card. */
export function cardPicture(src: string | null | undefined): string | undefined {
  return src && !/\.svg$/i.test(src) ? pictureUrl(src) : undefined;
}
