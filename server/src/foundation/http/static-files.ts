import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Exchange } from './exchange';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

/** Worth compressing; pictures and fonts are compressed already. */
const COMPRESSED = new Set(['.html', '.js', '.mjs', '.css', '.json', '.svg', '.txt', '.map']);

/** Files kept in memory at most, so that a folder of thousands does not fill it. */
const KEPT_AT_MOST = 300;

/** Names that a bundler gave a hash never change their content. */
const HASHED = /[.-](?=[\w-]*[0-9])[\w-]{8,}\.(js|css|svg|png|jpg|webp|woff2?|ttf|map)$|\/assets\//;

interface Kept {
  readonly tag: string;
  readonly type: string;
  readonly plain: Buffer;
  readonly zipped: Buffer | undefined;
}

export interface StaticFolder {
  /** With a slash at its beginning and end: `/admin/`. */
  readonly prefix: string;
  readonly folder: string;
  /** Content-Security-Policy of its pages. */
  readonly policy: string;
  /** Whether an unknown path without an extension is answered with index.html. */
  readonly isApp: boolean;
}

const zip = promisify(gzip);

/** Serves the files of one folder. Answers whether the path was one of its own. */
export function staticFolder({
  prefix,
  folder,
  policy,
  isApp,
}: StaticFolder): (exchange: Exchange) => Promise<boolean> {
  const kept = new Map<string, Kept>();
  const root = resolve(folder);
  const load = async (name: string): Promise<Kept | undefined> => {
    const path = join(root, name);
    if (path !== root && !path.startsWith(root + sep)) return undefined;
    const found = await stat(path).catch(() => undefined);
    if (!found?.isFile()) return undefined;
    const tag = `"${found.size.toString(36)}-${Math.round(found.mtimeMs).toString(36)}"`;
    const known = kept.get(name);
    if (known?.tag === tag) return known;
    const plain = await readFile(path);
    const extension = extname(name).toLowerCase();
    const zipped = COMPRESSED.has(extension) && plain.length > 1024 ? await zip(plain) : undefined;
    const made = { tag, type: TYPES[extension] ?? 'application/octet-stream', plain, zipped };
    if (kept.size >= KEPT_AT_MOST) kept.clear();
    kept.set(name, made);
    return made;
  };
  return async (exchange) => {
    if (!exchange.path.startsWith(prefix) || !['GET', 'HEAD'].includes(exchange.req.method ?? '')) return false;
    const name = decodePath(exchange.path.slice(prefix.length)) || 'index.html';
    const file = (await load(name)) ?? (isApp && !extname(name) ? await load('index.html') : undefined);
    if (!file) return existsSync(root) ? false : sendNotBuilt(exchange);
    sendKept(exchange, file, HASHED.test(`/${name}`), policy);
    return true;
  };
}

function decodePath(path: string): string {
  try {
    const name = decodeURIComponent(path);
    return name.includes('\0') ? 'index.html' : name;
  } catch {
    return 'index.html';
  }
}

function sendKept({ req, res }: Exchange, file: Kept, isHashed: boolean, policy: string): void {
  res.setHeader('ETag', file.tag);
  res.setHeader('Vary', 'Accept-Encoding');
  res.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
  res.setHeader('X-Content-Type-Options', 'nosniff');
  res.setHeader('Referrer-Policy', 'same-origin');
  if (file.type.startsWith('text/html')) res.setHeader('Content-Security-Policy', policy);
  if (req.headers['if-none-match'] === file.tag) return void res.writeHead(304).end();
  const zipped = file.zipped && /\bgzip\b/.test(String(req.headers['accept-encoding'] ?? '')) ? file.zipped : undefined;
  if (zipped) res.setHeader('Content-Encoding', 'gzip');
  const body = zipped ?? file.plain;
  res.writeHead(200, { 'Content-Type': file.type, 'Content-Length': body.length });
  res.end(req.method === 'HEAD' ? undefined : body);
}

/** The faces are built apart from the server; without them it says so instead of pretending that nothing is there. */
function sendNotBuilt({ res }: Exchange): true {
  res.writeHead(503, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  res.end('This part is not built yet: npm run build\n');
  return true;
}
