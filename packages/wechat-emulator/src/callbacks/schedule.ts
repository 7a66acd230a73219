const MINUTE = 60;
const HOUR = 3_600;

/** Seconds from one attempt of a WeChat Pay notification to the next (wechat.md 2.8): at most 15 retries in 24 h 4 min. */
export const PAY_RETRY_SECONDS: readonly number[] = [
  15,
  15,
  30,
  3 * MINUTE,
  10 * MINUTE,
  20 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  3 * HOUR,
  3 * HOUR,
  6 * HOUR,
  6 * HOUR,
];

/** Message push is tried about three times more (wechat.md 1.10). */
export const PUSH_RETRY_SECONDS: readonly number[] = [5, 5, 5];

/** An attempt that has not been answered by then has failed, in real time. */
export const ANSWER_TIMEOUT_MS = 5_000;
