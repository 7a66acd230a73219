const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** A key that nobody else will make: 26 characters, the time first. It names one intention, for Idempotency-Key. */
export function freshKey(now: number, random: () => number = Math.random): string {
  let time = now;
  let head = '';
  for (let i = 0; i < 10; i += 1) {
    head = ALPHABET[time % 32] + head;
    time = Math.floor(time / 32);
  }
  let tail = '';
  for (let i = 0; i < 16; i += 1) tail += ALPHABET[Math.floor(random() * 32)];
  return head + tail;
}
