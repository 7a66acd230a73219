import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { ANSWER_TIMEOUT_MS } from './schedule';

const KEPT_ANSWER_BYTES = 65_536;

export interface PostAnswer {
  readonly status: number;
  readonly body: string;
  readonly failure: 'timeout' | 'unreachable' | undefined;
}

export interface PostAsk {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Record<string, string>;
  readonly body: string;
  readonly signal: AbortSignal;
}

/** One HTTP call without redirects, proxies or kept connections; the whole answer must be there within 5 real seconds. Never throws. */
export function post(ask: PostAsk): Promise<PostAnswer> {
  return new Promise((resolve) => {
    const bytes = Buffer.from(ask.body);
    const send = ask.url.startsWith('https:') ? requestHttps : requestHttp;
    const headers = ask.method === 'POST' ? { ...ask.headers, 'Content-Length': bytes.length } : ask.headers;
    const fail = (failure: 'timeout' | 'unreachable') => resolve({ status: 0, body: '', failure });
    const timer = setTimeout(() => {
      fail('timeout');
      call.destroy();
    }, ANSWER_TIMEOUT_MS);
    const call = send(ask.url, { method: ask.method, headers, agent: false, signal: ask.signal }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('error', () => fail('unreachable'));
      answer.on('end', () => {
        clearTimeout(timer);
        const body = Buffer.concat(chunks).toString('utf8', 0, KEPT_ANSWER_BYTES);
        resolve({ status: answer.statusCode ?? 0, body, failure: undefined });
      });
    });
    call.on('error', () => {
      clearTimeout(timer);
      fail('unreachable');
    });
    call.end(ask.method === 'POST' ? bytes : undefined);
  });
}
