/** People are called by their given name: 林小满 is 小满. Other scripts keep the first word. */
export function shortName(name: string): string {
  if (/^[\u4e00-\u9fff]{3}$/.test(name)) return name.slice(1);
  return /^[\u4e00-\u9fff]/.test(name) ? name : (name.split(' ')[0] ?? name);
}
