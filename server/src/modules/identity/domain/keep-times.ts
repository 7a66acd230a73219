const DAY_MS = 86_400_000;

/** A session of staff ends after this long without use, and after this long at all. */
export const SESSION_IDLE_MS = 14 * DAY_MS;
export const SESSION_MOST_MS = 90 * DAY_MS;

/** A member's token ends after this long; the mini-program signs in anew without asking. */
export const MEMBER_TOKEN_MS = 30 * DAY_MS;

/** `seenAt` is kept to within this, so that reading does not write every time. */
export const SEEN_EVERY_MS = 10 * 60_000;
