/**
 * Ids are UUIDv7 written as 26 characters of Crockford base32: sortable by time, readable, one type on every database.
 * They are made by the application, from an instant and a source of randomness that are given, so that tests repeat.
 */
export type Id = string;

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Fills the array with random bytes (`crypto.randomFillSync`, `crypto.getRandomValues`, or a seeded stand-in). */
export type RandomFill = (bytes: Uint8Array) => unknown;

/**
 * Makes a maker of ids. Within one millisecond, and when the clock stands still or goes back, a counter in the 12 bits
 * after the version keeps the order of making (RFC 9562, section 6.2, method 1); when it runs over, the millisecond is moved on.
 */
export function idMaker(fill: RandomFill): (nowMs: number) => Id {
  const pool = new Uint8Array(8 * 512);
  let used = pool.length;
  let lastMs = -1;
  let counter = 0;
  return (nowMs) => {
    if (nowMs > lastMs) {
      lastMs = nowMs;
      counter = 0;
    } else if (++counter > 0xfff) {
      lastMs += 1;
      counter = 0;
    }
    if (used + 8 > pool.length) {
      fill(pool);
      used = 0;
    }
    const id = encode(lastMs, counter, pool, used);
    used += 8;
    return id;
  };
}

/** 128 bits as 26 characters: 48 of time, 4 of version, 12 of counter, 2 of variant, 62 random. */
function encode(ms: number, counter: number, random: Uint8Array, at: number): Id {
  const timeHigh = Math.floor(ms / 0x10000) >>> 0;
  const word1 = (((ms % 0x10000) << 16) | 0x7000 | counter) >>> 0;
  const word2 = ((0x80 | ((random[at] as number) & 0x3f)) << 24) | (byte(random, at + 1) << 16) | word(random, at + 2);
  const word3 = (byte(random, at + 4) << 24) | (byte(random, at + 5) << 16) | word(random, at + 6);
  return toBase32(timeHigh, word1, word2 >>> 0, word3 >>> 0);
}

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

function word(bytes: Uint8Array, at: number): number {
  return (byte(bytes, at) << 8) | byte(bytes, at + 1);
}

function toBase32(a: number, b: number, c: number, d: number): string {
  // The 128 bits are cut into 26 groups of 5 from the right; the leftmost has 3.
  const low = (d & 0x3fffffff) >>> 0;
  const mid = ((((c & 0x0fffffff) << 2) >>> 0) | (d >>> 30)) >>> 0;
  const high = ((((b & 0x03ffffff) << 4) >>> 0) | (c >>> 28)) >>> 0;
  const top = ((((a & 0x00ffffff) << 6) >>> 0) | (b >>> 26)) >>> 0;
  return pair(a >>> 24) + six(top) + six(high) + six(mid) + six(low);
}

/** Two characters for each number of 10 bits. */
const PAIRS = Array.from({ length: 1024 }, (_, bits) => `${ALPHABET[bits >>> 5]}${ALPHABET[bits & 31]}`);

function pair(bits: number): string {
  return PAIRS[bits] as string;
}

/** 30 bits as 6 characters. */
function six(bits: number): string {
  return pair(bits >>> 20) + pair((bits >>> 10) & 1023) + pair(bits & 1023);
}

const ID = /^[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Whether a text from outside has the form of an id. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/** The instant, in epoch milliseconds, at which an id was made. */
export function idInstant(id: Id): number {
  let high = 0;
  for (let index = 0; index < 10; index += 1) high = high * 32 + ALPHABET.indexOf(id[index] as string);
  return high;
}
