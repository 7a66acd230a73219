/** The few DER forms of X.690 that a certificate needs. Each takes and gives whole encodings (tag, length, content). */

/** One tagged value: tag byte, length, content. */
export function der(tag: number, ...contents: Buffer[]): Buffer {
  const content = Buffer.concat(contents);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content]);
}

export const sequence = (...items: Buffer[]): Buffer => der(0x30, ...items);
export const setOf = (...items: Buffer[]): Buffer => der(0x31, ...items);
export const utf8Text = (text: string): Buffer => der(0x0c, Buffer.from(text, 'utf8'));
export const bitString = (bytes: Buffer): Buffer => der(0x03, Buffer.from([0]), bytes);
export const nothing = (): Buffer => der(0x05);

/** An unsigned whole number from big-endian bytes; a leading zero keeps it positive. */
export function unsigned(bytes: Buffer): Buffer {
  const isNegativeLooking = ((bytes[0] ?? 0) & 0x80) !== 0;
  return der(0x02, isNegativeLooking ? Buffer.concat([Buffer.from([0]), bytes]) : bytes);
}

/** An object identifier in dotted form, such as `1.2.840.113549.1.1.11`. */
export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return der(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

/** An instant as UTCTime before 2050 and GeneralizedTime from then on (RFC 5280, 4.1.2.5). */
export function instant(epochMs: number): Buffer {
  const digits = new Date(epochMs)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replace(/[-:T]/g, '');
  const isLate = Number(digits.slice(0, 4)) >= 2050;
  return isLate ? der(0x18, Buffer.from(digits)) : der(0x17, Buffer.from(digits.slice(2)));
}

function base128(value: number): number[] {
  const septets = [value & 0x7f];
  for (let left = value >>> 7; left > 0; left >>>= 7) septets.unshift((left & 0x7f) | 0x80);
  return septets;
}

function lengthOf(content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.from([content.length]);
  const bytes: number[] = [];
  for (let left = content.length; left > 0; left >>>= 8) bytes.unshift(left & 0xff);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}
