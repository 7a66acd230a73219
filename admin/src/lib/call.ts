import {
  type Answer,
  type attributionSchemas,
  type commissionSchemas,
  type customersSchemas,
  type exportsSchemas,
  type identitySchemas,
  type importsSchemas,
  type payoutSchemas,
  type plansSchemas,
  type promotersSchemas,
  type Route,
  type reportingSchemas,
  type salesSchemas,
  type storefrontSchemas,
  urlOf,
  type wechatSchemas,
} from '@fenrun/contracts';
import { currentLanguage } from '../kit/i18n/language';
import { Problem, problemOf } from './problem';

/** Types only: the schemas themselves stay out of the bundle, because the server checks what it is sent. */
type AllSchemas = typeof identitySchemas &
  typeof plansSchemas &
  typeof promotersSchemas &
  typeof salesSchemas &
  typeof commissionSchemas &
  typeof payoutSchemas &
  typeof storefrontSchemas &
  typeof customersSchemas &
  typeof attributionSchemas &
  typeof reportingSchemas &
  typeof exportsSchemas &
  typeof importsSchemas &
  typeof wechatSchemas;

type RouteId = keyof AllSchemas;
type Part<S, Key extends string> = S extends { readonly [K in Key]: { readonly _zod: { readonly input: infer T } } } ? T : undefined;

export type AnswerOf<Id extends RouteId> = Answer<AllSchemas[Id]>;
export type BodyOf<Id extends RouteId> = Part<AllSchemas[Id], 'body'>;
export type QueryOf<Id extends RouteId> = Part<AllSchemas[Id], 'query'>;

type Query = Readonly<Record<string, string | number | boolean | readonly (string | number)[] | null | undefined>>;

export interface Ask<Id extends RouteId> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Query;
  readonly body?: BodyOf<Id> | Blob;
  readonly signal?: AbortSignal;
}

type KnownRoute<Id extends RouteId> = Omit<Route, 'id'> & { readonly id: Id };

const signedOutListeners = new Set<() => void>();

/** Tells whoever keeps the session that the server no longer knows it. */
export function onSignedOut(listener: () => void): () => void {
  signedOutListeners.add(listener);
  return () => signedOutListeners.delete(listener);
}

/** Calls a route by cookie. Writes carry an Idempotency-Key, so that a lost answer or a second click does nothing twice. */
export async function call<Id extends RouteId>(route: KnownRoute<Id>, ask: Ask<Id> = {}): Promise<AnswerOf<Id>> {
  const isFile = ask.body instanceof Blob;
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (route.method !== 'GET') headers['idempotency-key'] = crypto.randomUUID();
  if (isFile) headers['content-type'] = (ask.body as Blob).type || 'application/octet-stream';
  else if (route.method !== 'GET') headers['content-type'] = 'application/json';
  const response = await send(urlOf(route, ask.params, ask.query), {
    method: route.method,
    headers,
    credentials: 'same-origin',
    body: bodyOf(route.method, ask.body),
    signal: ask.signal,
  });
  return (response.status === 204 ? undefined : await response.json()) as AnswerOf<Id>;
}

function bodyOf(method: string, body: unknown): BodyInit | undefined {
  if (method === 'GET') return undefined;
  return body instanceof Blob ? body : JSON.stringify(body ?? {});
}

async function send(url: string, request: RequestInit): Promise<Response> {
  const response = await fetch(url, request).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, { code: 'network' });
  });
  if (response.ok) return response;
  const problem = await problemOf(response);
  const isSignIn = url.endsWith('/api/v1/session') && request.method === 'POST';
  if (problem.status === 401 && !isSignIn) for (const listener of signedOutListeners) listener();
  throw problem;
}
