/** Compares two texts by code point (JavaScript's own order is by UTF-16 unit). For ids that rank rules. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  const left = a[Symbol.iterator]();
  const right = b[Symbol.iterator]();
  for (;;) {
    const x = left.next();
    const y = right.next();
    if (x.done) return y.done ? 0 : -1;
    if (y.done) return 1;
    if (x.value !== y.value) return (x.value.codePointAt(0) as number) < (y.value.codePointAt(0) as number) ? -1 : 1;
  }
}

/**
 * Whether a text is an id from outside: 1–64 characters, no leading or trailing white space, no control characters, no
 * lone surrogates. Source: doors.md.
 */
export function isOutsideId(text: string): boolean {
  if (text.length === 0 || text.length > 128 || [...text].length > 64) return false;
  if (text !== text.trim() || !isWellFormed(text)) return false;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused here.
  return !/[\u0000-\u001f\u007f-\u009f\u2028\u2029\ufeff]/.test(text);
}

/** Whether a text has no lone surrogate, so that it survives UTF-8. */
export function isWellFormed(text: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/.test(text);
}
