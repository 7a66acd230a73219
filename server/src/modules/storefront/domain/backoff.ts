/** Pauses between looks at something that WeChat has not settled, in seconds; the last one repeats. Source: wechat.md 2.11, rule 3. */
const PAUSES_SECONDS = [60, 300, 1800, 3600];

/** When to look again after so many looks. */
export function nextLook(now: number, looks: number): number {
  const seconds = PAUSES_SECONDS[Math.min(looks, PAUSES_SECONDS.length - 1)] as number;
  return now + seconds * 1000;
}
