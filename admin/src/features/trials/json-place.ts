/** A place in a text: what is selected there, and its line from 1. */
export interface TextPlace {
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

/**
 * Where a JSON path (`$.events[3].lines[0].price`) stands in the text. What cannot be followed to its end, because the
 * thing is missing, answers the nearest thing around it.
 */
export function placeOfPath(text: string, path: string): TextPlace | null {
  const steps = [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\["([^"]+)"\]/g)].map(([, key, index, quoted]) =>
    index === undefined ? (key ?? quoted ?? '') : Number(index),
  );
  try {
    let at = afterSpace(text, 0);
    let end = valueEnd(text, at);
    for (const step of steps) {
      const child = childAt(text, at, step);
      if (child === null) break;
      at = child;
      end = valueEnd(text, at);
    }
    return { start: at, end, line: lineOf(text, at) };
  } catch {
    return null;
  }
}

/** Where the text stops being JSON, from what the parser says of it; browsers say it differently. */
export function placeOfSyntax(text: string, message: string): TextPlace | null {
  const position = /position (\d+)/.exec(message)?.[1];
  const named = /line (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const start = Math.min(Number(position), text.length);
    return { start, end: start + 1, line: lineOf(text, start) };
  }
  return named === undefined ? null : { start: 0, end: 0, line: Number(named) };
}

const lineOf = (text: string, at: number): number => text.slice(0, at).split('\n').length;

function afterSpace(text: string, from: number): number {
  let at = from;
  while (/\s/.test(text[at] ?? '')) at++;
  return at;
}

function stringEnd(text: string, from: number): number {
  let at = from + 1;
  while (text[at] !== '"') {
    if (at >= text.length) throw new RangeError('unfinished string');
    at += text[at] === '\\' ? 2 : 1;
  }
  return at + 1;
}

/** The first character after the value that begins here. */
function valueEnd(text: string, from: number): number {
  if (text[from] === '"') return stringEnd(text, from);
  if (text[from] !== '{' && text[from] !== '[') {
    let at = from;
    while (at < text.length && !/[\s,\]}]/.test(text[at] ?? '')) at++;
    return at;
  }
  let depth = 0;
  let at = from;
  do {
    const char = text[at];
    if (char === undefined) throw new RangeError('unfinished value');
    if (char === '{' || char === '[') depth++;
    if (char === '}' || char === ']') depth--;
    at = char === '"' ? stringEnd(text, at) : at + 1;
  } while (depth > 0);
  return at;
}

/** Where the member or item begins, or null where there is none. */
function childAt(text: string, from: number, step: string | number): number | null {
  const isObject = text[from] === '{';
  if (isObject === (typeof step === 'number')) return null;
  let at = afterSpace(text, from + 1);
  for (let index = 0; at < text.length && text[at] !== '}' && text[at] !== ']'; index++) {
    let name: string | number = index;
    if (isObject) {
      const end = stringEnd(text, at);
      name = JSON.parse(text.slice(at, end)) as string;
      at = afterSpace(text, afterSpace(text, end) + 1);
    }
    if (name === step) return at;
    at = afterSpace(text, valueEnd(text, at));
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
  return null;
}
