/** The colours of styles/tokens.scss for what is drawn in code: the poster, the charts, the native tab bar. */
export const tokens = __TOKENS__;

/** One colour by its name in camel case (`accentDeep`). Asking for one that tokens.scss lacks is a mistake in our code. */
export function colour(name: string): string {
  const value = tokens[name];
  if (!value) throw new Error(`tokens.scss has no colour ${name}`);
  return value;
}
