import Taro from '@tarojs/taro';
import { learnNow } from './clock';
import { currentLanguage } from './i18n/language';
import { noteReachability } from './network';
import { isProblem, Problem, problemFromAnswer, problemFromFailure } from './problem';
import { forgetToken, memberToken } from './session';
import { instantOf } from './zone';

const TIMEOUT_MS = 15_000;

/** One call of the API. Paths and shapes come from the contract; this file only carries them. */
export interface Ask {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  path: string;
  query?: Record<string, string | number | boolean | null | undefined>;
  body?: unknown;
  /** Names the intention of a write: a repeat with the same key is the same write. */
  key?: string;
  /** Sent without a member's token: what anybody may read. */
  isPublic?: boolean;
}

/** Sends an ask and resolves with its JSON, or rejects with a Problem. A token that ran out is renewed once, silently. */
export async function call<T>(ask: Ask): Promise<T> {
  try {
    return await send<T>(ask);
  } catch (failure) {
    const problem = problemFromFailure(failure);
    if (problem.kind !== 'signed-out' || ask.isPublic) throw problem;
    forgetToken();
    return send<T>(ask).catch((again: unknown) => {
      throw problemFromFailure(again);
    });
  }
}

async function send<T>(ask: Ask): Promise<T> {
  const token = ask.isPublic ? null : await memberToken();
  const header: Record<string, string> = { 'accept-language': currentLanguage() };
  if (ask.body !== undefined) header['content-type'] = 'application/json';
  if (token) header['authorization'] = `Bearer ${token}`;
  if (ask.key) header['idempotency-key'] = ask.key;
  const answer = await carry({ url: urlOf(ask), method: ask.method, header, data: ask.body === undefined ? undefined : JSON.stringify(ask.body) });
  if (answer.statusCode < 200 || answer.statusCode >= 300) throw problemFromAnswer(answer.statusCode, parsed(answer.data));
  return parsed(answer.data) as T;
}

interface Carried {
  statusCode: number;
  data: unknown;
}

async function carry(options: { url: string; method: Ask['method']; header: Record<string, string>; data?: string }): Promise<Carried> {
  try {
    const answer = await Taro.request<unknown>({ ...options, dataType: 'text', responseType: 'text', timeout: TIMEOUT_MS });
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

function urlOf({ path, query }: Ask): string {
  const pairs = Object.entries(query ?? {}).filter(([, value]) => value !== null && value !== undefined && value !== '');
  const text = pairs.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`).join('&');
  return `${__API_BASE__}${path}${text ? `?${text}` : ''}`;
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
