import { Readable } from 'node:stream';
import { type Route, type RouteSchemas, schemas } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { z } from 'zod';
import type { Exchange } from './exchange';
import { parseWith } from './parse';
import { BODY_AT_MOST, PICTURE_AT_MOST, parseJson, readBody } from './read-body';

/** What a request brought, parsed by the schemas of its route. */
export interface RequestInput {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly raw: Buffer;
  readonly upload: Readable;
}

const NOTHING = Buffer.alloc(0);

const schemasOf = (route: Route): RouteSchemas => schemas[route.id as keyof typeof schemas] as RouteSchemas;

/** Reads and parses what a request brought. A parameter of the path that cannot exist answers as what does not exist. */
export async function readInput(exchange: Exchange, route: Route, params: unknown): Promise<RequestInput | Refusal> {
  const wanted = schemasOf(route);
  const query = parseWith(wanted.query ?? NO_QUERY, queryObject(exchange.query));
  if (isRefusal(query)) return query;
  const path = wanted.params ? wanted.params.safeParse(params) : { success: true as const, data: {} };
  if (!path.success) return refuse('not-found');
  const base = { params: path.data, query: query.value, body: undefined, raw: NOTHING, upload: Readable.from([]) };
  if (route.method === 'GET') return base;
  const type = (exchange.req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (route.takes === 'csv')
    return fitsUpload(type, CSV_TYPES) ? { ...base, upload: exchange.req } : refuse('unsupported-media-type');
  if (route.takes === 'picture' && !fitsUpload(type, PICTURE_TYPES)) return refuse('unsupported-media-type');
  const raw = await readBody(exchange.req, route.takes === 'picture' ? PICTURE_AT_MOST : BODY_AT_MOST);
  if (isRefusal(raw))
    return raw.refused === 'body-too-large' && route.takes === 'picture' ? refuse('picture-too-large') : raw;
  if (route.takes) return { ...base, raw };
  const body = parseBody(raw, type, wanted);
  return isRefusal(body) ? body : { ...base, raw, body: body.value };
}

const NO_QUERY = z.strictObject({});

/** Forms can be sent by any page without asking; so a body is JSON, and says so. */
function parseBody(raw: Buffer, type: string, wanted: RouteSchemas): { readonly value: unknown } | Refusal {
  if (type !== '' && type !== 'application/json') return refuse('unsupported-media-type');
  if (raw.length > 0 && type === '') return refuse('unsupported-media-type');
  const parsed = raw.length === 0 ? { value: undefined } : parseJson(raw);
  if (isRefusal(parsed)) return parsed;
  if (!wanted.body)
    return isEmpty(parsed.value)
      ? { value: undefined }
      : refuse('invalid-request', undefined, [{ pointer: '', code: 'unknown-field' }]);
  return parseWith(wanted.body, parsed.value);
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === 'object' && Object.keys(value).length === 0);
}

const CSV_TYPES = new Set([
  'text/csv',
  'application/octet-stream',
  'application/vnd.ms-excel',
  'text/tab-separated-values',
]);
const PICTURE_TYPES = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml', 'image/gif']);

const fitsUpload = (type: string, types: ReadonlySet<string>): boolean => types.has(type);

/** The query as an object: a name that comes once is a text, one that comes again is a list. `lang` belongs to every route. */
function queryObject(query: URLSearchParams): Record<string, unknown> {
  const found: Record<string, unknown> = Object.create(null);
  for (const name of new Set(query.keys())) {
    if (name === 'lang' || name === '__proto__') continue;
    const values = query.getAll(name);
    found[name] = values.length === 1 ? values[0] : values;
  }
  return found;
}
