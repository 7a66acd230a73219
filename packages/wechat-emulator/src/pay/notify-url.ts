const LOOPBACK_HOSTS = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** Whether WeChat would notify there: https without a query string. The emulator also takes http, for loopback hosts only. */
export function isNotifyUrl(url: string): boolean {
  if (!URL.canParse(url) || url.includes('?') || url.includes('#')) return false;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.has(hostname));
}
