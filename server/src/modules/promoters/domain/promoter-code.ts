/** Letters and digits that cannot be mistaken for one another when they are read out or written by hand. */
const ALPHABET = 'ABCDEFGHJKMNPQRSTVWXYZ23456789';

const LETTERS = ALPHABET.slice(0, 22);

/** Random bytes that a code is made of. */
export const CODE_BYTES = 6;

/** A promoter's code from random bytes: two letters and four letters or digits, so that it never looks like an amount. */
export function promoterCode(random: Uint8Array): string {
  return [...random.subarray(0, CODE_BYTES)]
    .map((byte, index) => (index < 2 ? LETTERS[byte % LETTERS.length] : ALPHABET[byte % ALPHABET.length]))
    .join('');
}
