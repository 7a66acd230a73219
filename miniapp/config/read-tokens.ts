import fs from 'node:fs';
import path from 'node:path';

/** The colours of tokens.scss by name in camel case, so that drawings in code and the app's config have the same one source. */
export function readTokens(): Record<string, string> {
  const source = fs.readFileSync(path.resolve(__dirname, '../src/styles/tokens.scss'), 'utf8');
  const colours: Record<string, string> = {};
  for (const [, name, value] of source.matchAll(/^\$([a-z0-9-]+):\s*(#[0-9a-fA-F]{6,8})\s*;/gm)) {
    if (name && value) colours[name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())] = value;
  }
  return colours;
}
