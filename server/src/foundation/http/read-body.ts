import type { IncomingMessage } from 'node:http';
import { type Refusal, refuse } from '@fenrun/kernel';

/** The most bytes of a JSON body. Source: doors.md. */
export const BODY_AT_MOST = 1024 * 1024;

/** The most bytes of a picture. */
export const PICTURE_AT_MOST = 5 * 1024 * 1024;

/** How deep JSON may be nested; nothing of ours needs more than ten. */
const DEPTH_AT_MOST = 64;

/** Bytes of an oversized body that are still read and thrown away, so that the caller hears the answer before the end. */
const SWALLOWED_AT_MOST = 16 * 1024 * 1024;

/** Reads the whole body, or refuses it when it is longer than `most`. Memory never holds more than `most`. */
export function readBody(
  req: IncomingMessage,
  most: number,
): Promise<Buffer | Refusal<'body-too-large' | 'malformed-json'>> {
  const declared = Number(req.headers['content-length'] ?? 0);
  if (declared > most + SWALLOWED_AT_MOST) return Promise.resolve(refuse('body-too-large'));
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= most) chunks.push(chunk);
      else chunks.length = 0;
      if (size > most + SWALLOWED_AT_MOST) {
        req.pause();
        resolve(refuse('body-too-large'));
      }
    });
    req.on('end', () => resolve(size > most ? refuse('body-too-large') : Buffer.concat(chunks)));
    req.on('error', () => resolve(refuse('malformed-json')));
    req.on('close', () => resolve(refuse('malformed-json')));
  });
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Parses bytes as UTF-8 JSON. Refuses broken text, nesting beyond reason, and the key that could touch a prototype. */
export function parseJson(bytes: Buffer): { readonly value: unknown } | Refusal<'malformed-json' | 'invalid-request'> {
  let text: string;
  let value: unknown;
  try {
    text = utf8.decode(bytes);
    value = JSON.parse(text);
  } catch {
    return refuse('malformed-json');
  }
  if (depthOf(text) > DEPTH_AT_MOST) return refuse('invalid-request', undefined, [{ pointer: '', code: 'too-deep' }]);
  if (text.includes('__proto__') || text.includes('\\u')) {
    const pointer = findProto(value);
    if (pointer !== undefined) return refuse('invalid-request', undefined, [{ pointer, code: 'unknown-field' }]);
  }
  return { value };
}

/** The deepest nesting of a JSON text that is known to parse. */
function depthOf(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x22) at = endOfString(text, at);
    else if (code === 0x5b || code === 0x7b) deepest = Math.max(deepest, ++depth);
    else if (code === 0x5d || code === 0x7d) depth -= 1;
  }
  return deepest;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 0x5c) at += 1;
    else if (code === 0x22) return at;
  }
  return text.length;
}

/** The pointer to a key named `__proto__`, if there is one. */
function findProto(value: unknown): string | undefined {
  const waiting: { value: unknown; pointer: string }[] = [{ value, pointer: '' }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue;
    for (const [key, inner] of Object.entries(next.value)) {
      const pointer = `${next.pointer}/${escapePointer(key)}`;
      if (key === '__proto__') return pointer;
      waiting.push({ value: inner, pointer });
    }
  }
  return undefined;
}

/** A key as a part of a JSON pointer (RFC 6901). */
export function escapePointer(key: string): string {
  return key.replace(/~/g, '~0').replace(/\//g, '~1');
}
