/** The server names its pictures by path; WeChat wants the whole address. */
export function pictureUrl(src: string): string {
  return src.startsWith('/') ? __API_BASE__ + src : src;
}
