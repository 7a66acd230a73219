import type { Ask, Out } from '@fenrun/contracts';
import { type QueryValue, type Route, urlOf } from '@fenrun/contracts/routes';
import Taro from '@tarojs/taro';
import { learnNow } from './clock';
import { currentLanguage } from './i18n/language';
import { noteReachability } from './network';
import { isProblem, Problem, problemFromAnswer, problemFromFailure } from './problem';
import { forgetToken, memberToken } from './session';
import { instantOf } from './zone';

const TIMEOUT_MS = 15_000;

/** What goes with a call besides its route; the shapes are the contract's. */
export interface Sent<R extends Route> {
  params?: Ask<R>['params'];
  query?: Partial<Ask<R>['query']>;
  body?: Ask<R>['body'];
  /** Names the intention of a write: a repeat with the same key is the same write. */
  key?: string;
}

/** Calls a route and resolves with its answer, or rejects with a Problem. A token that ran out is renewed once, silently. */
export async function call<const R extends Route>(route: R, sent: Sent<R> = {}): Promise<Out<R>> {
  try {
    return await send(route, sent);
  } catch (failure) {
    const problem = problemFromFailure(failure);
    if (problem.kind !== 'signed-out' || route.auth === 'public') throw problem;
    forgetToken();
    return send(route, sent).catch((again: unknown) => {
      throw problemFromFailure(again);
    });
  }
}

async function send<R extends Route>(route: R, sent: Sent<R>): Promise<Out<R>> {
  const token = route.auth === 'public' ? null : await memberToken();
  const header: Record<string, string> = { 'accept-language': currentLanguage() };
  if (sent.body !== undefined) header['content-type'] = 'application/json';
  if (token) header['authorization'] = `Bearer ${token}`;
  if (sent.key) header['idempotency-key'] = sent.key;
  const url =
    __API_BASE__ +
    urlOf(
      route,
      sent.params as Record<string, string> | undefined,
      sent.query as Record<string, QueryValue> | undefined,
    );
  const data = sent.body === undefined ? undefined : JSON.stringify(sent.body);
  const answer = await carry({ url, method: methodOf(route), header, data });
  if (answer.statusCode < 200 || answer.statusCode >= 300)
    throw problemFromAnswer(answer.statusCode, parsed(answer.data));
  return parsed(answer.data) as Out<R>;
}

/** wx.request knows no PATCH; no member's route needs it. */
function methodOf(route: Route): 'GET' | 'POST' | 'PUT' | 'DELETE' {
  if (route.method === 'PATCH') throw new Error(`${route.id} cannot be called from WeChat`);
  return route.method;
}

interface Carried {
  statusCode: number;
  data: unknown;
}

async function carry(options: {
  url: string;
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  header: Record<string, string>;
  data?: string;
}): Promise<Carried> {
  try {
    const answer = await Taro.request<unknown>({
      ...options,
      dataType: 'text',
      responseType: 'text',
      timeout: TIMEOUT_MS,
    });
    noteReachability(true);
    noteServerTime(answer.header as Record<string, unknown> | undefined);
    return answer;
  } catch (failure) {
    const problem = isProblem(failure) ? failure : problemFromFailure(failure);
    if (problem.kind === 'offline') noteReachability(false);
    throw problem;
  }
}

/** The server says its business time with every answer; header names keep their case on some phones and lose it on others. */
function noteServerTime(header: Record<string, unknown> | undefined): void {
  const name = Object.keys(header ?? {}).find((each) => each.toLowerCase() === 'fenrun-now');
  const value = name ? String(header?.[name]) : '';
  if (value) learnNow(instantOf(value));
}

function parsed(data: unknown): unknown {
  if (typeof data !== 'string') return data;
  if (data === '') return null;
  try {
    return JSON.parse(data) as unknown;
  } catch {
    throw new Problem('server', 'not-json', '', 0, null);
  }
}
