/** The next code of a kind of thing (`R12`) that none of these is. */
export function nextCode(prefix: string, taken: readonly string[]): string {
  const known = new Set(taken);
  let number = taken.length + 1;
  while (known.has(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}
