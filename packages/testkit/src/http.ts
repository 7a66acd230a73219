/** What came back: the status, the parsed body (JSON or text) and the headers. */
export interface Answer<T = unknown> {
  readonly status: number;
  readonly body: T;
  readonly headers: Headers;
}

/** A person, key or shop that talks to the API. Keeps its cookies like a browser. */
export interface HttpClient {
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  post<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  put<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  patch<T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer<T>>;
  delete<T = unknown>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Sends raw bytes or text as it is: for signed and for broken bodies. */
  send<T = unknown>(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    headers: Record<string, string>,
  ): Promise<Answer<T>>;
}

/** A client of the server at `base` (without a slash at its end), with headers that go with every request. */
export function httpClient(base: string, always: Record<string, string> = {}): HttpClient {
  const cookies = new Map<string, string>();
  const send: HttpClient['send'] = async <T>(
    method: string,
    path: string,
    body: string | Uint8Array | undefined,
    headers: Record<string, string>,
  ) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(base + path, {
      method,
      ...(body === undefined ? {} : { body: body as string }),
      headers: { ...(cookie ? { cookie } : {}), ...always, ...headers },
      redirect: 'manual',
    });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return { status: answer.status, headers: answer.headers, body: (await bodyOf(answer)) as T };
  };
  const json = <T>(method: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
    body === undefined
      ? send<T>(method, path, undefined, headers)
      : send<T>(method, path, JSON.stringify(body), { 'content-type': 'application/json', ...headers });
  return {
    send,
    get: (path, headers) => json('GET', path, undefined, headers),
    post: (path, body, headers) => json('POST', path, body ?? {}, headers),
    put: (path, body, headers) => json('PUT', path, body ?? {}, headers),
    patch: (path, body, headers) => json('PATCH', path, body ?? {}, headers),
    delete: (path, headers) => json('DELETE', path, undefined, headers),
  };
}

function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const at = pair.indexOf('=');
  const [name, value] = [pair.slice(0, at).trim(), pair.slice(at + 1)];
  if (value === '' || /max-age=0\b/i.test(line)) cookies.delete(name);
  else cookies.set(name, value);
}

async function bodyOf(answer: Response): Promise<unknown> {
  const text = await answer.text();
  if (!/json/.test(answer.headers.get('content-type') ?? '')) return text;
  return text === '' ? undefined : JSON.parse(text);
}
