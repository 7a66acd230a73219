/** Letters and figures that are not mistaken for each other when read aloud or typed from a poster. */
const signs = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789';
const length = 8;

/** A code that nobody guesses by counting on. `fill` gives random bytes, as crypto does. */
export function generateCode(fill: (bytes: Uint8Array) => Uint8Array): string {
  let code = '';
  while (code.length < length) {
    for (const byte of fill(new Uint8Array(length * 2))) {
      // Bytes beyond the last whole round would favour the first signs.
      if (byte < 256 - (256 % signs.length) && code.length < length) code += signs[byte % signs.length];
    }
  }
  return code;
}
