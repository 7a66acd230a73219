import type { Ask, Out, RouteId } from '@fenrun/contracts';
import { type QueryValue, type Route, urlOf } from '@fenrun/contracts/routes';
import { currentLanguage } from '../kit/i18n/language';
import { Problem, problemOf } from './problem';

/** What a route answers, by its id. Types only: the schemas stay out of the bundle, because the server checks what it is sent. */
export type AnswerOf<Id extends RouteId> = Out<Id>;
export type BodyOf<Id extends RouteId> = Ask<Id> extends { body: infer Body } ? Body : undefined;

export interface CallInput<Id extends RouteId> {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, QueryValue>>;
  /** JSON, or a file for the routes that take one. */
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
export async function call<Id extends RouteId>(
  route: KnownRoute<Id>,
  input: CallInput<Id> = {},
): Promise<AnswerOf<Id>> {
  const headers: Record<string, string> = { accept: 'application/json', 'accept-language': currentLanguage() };
  if (route.method !== 'GET') {
    headers['idempotency-key'] = crypto.randomUUID();
    headers['content-type'] =
      input.body instanceof Blob ? input.body.type || 'application/octet-stream' : 'application/json';
  }
  const response = await send(urlOf(route, input.params, input.query), {
    method: route.method,
    headers,
    credentials: 'same-origin',
    body: bodyOf(route.method, input.body),
    signal: input.signal,
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
  // The question who is signed in is answered by its own failure; asking it again would ask for ever.
  const isLost = problem.status === 401 && problem.code === 'not-signed-in' && !url.startsWith('/api/v1/session');
  if (isLost) for (const listener of signedOutListeners) listener();
  throw problem;
}
