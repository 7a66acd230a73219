/** A call that did not come to its answer. `kind` decides what the page says; `code` is the server's own, stable word. */
export type ProblemKind = 'offline' | 'timeout' | 'signed-out' | 'missing' | 'refused' | 'busy' | 'server';

export interface FieldProblem {
  pointer: string;
  code: string;
  detail: string;
}

export class Problem extends Error {
  override readonly name = 'Problem';
  constructor(
    readonly kind: ProblemKind,
    readonly code: string,
    /** What the server says to a person, in the language asked for; empty where it said nothing. */
    readonly detail: string,
    readonly status: number,
    readonly requestId: string | null,
    readonly errors: readonly FieldProblem[] = [],
  ) {
    super(`${code}: ${detail}`);
  }
}

export function isProblem(value: unknown): value is Problem {
  return value instanceof Error && value.name === 'Problem';
}

/** Turns an HTTP answer that is not 2xx into a problem. The body may be RFC 9457, or anything a proxy on the way made up. */
export function problemFromAnswer(status: number, body: unknown): Problem {
  const fields = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '');
  const code = text('code') || `http-${status}`;
  const errors = Array.isArray(fields['errors']) ? (fields['errors'] as FieldProblem[]) : [];
  return new Problem(kindOf(status), code, text('detail') || text('title'), status, text('requestId') || null, errors);
}

function kindOf(status: number): ProblemKind {
  if (status === 401) return 'signed-out';
  if (status === 404) return 'missing';
  if (status === 429 || status === 503) return 'busy';
  return status >= 500 ? 'server' : 'refused';
}

/** Turns a request that got no answer (`request:fail timeout`, a lost network) into a problem. */
export function problemFromFailure(failure: unknown): Problem {
  if (isProblem(failure)) return failure;
  const message = failureText(failure);
  if (/time?d?[ -]?out|abort/i.test(message)) return new Problem('timeout', 'timeout', '', 0, null);
  if (/fail|network|fetch|interrupted|offline/i.test(message)) return new Problem('offline', 'offline', '', 0, null);
  return new Problem('server', 'unexpected', message, 0, null);
}

function failureText(failure: unknown): string {
  if (failure instanceof Error) return failure.message;
  if (typeof failure === 'object' && failure !== null && 'errMsg' in failure)
    return String((failure as { errMsg: unknown }).errMsg);
  return String(failure);
}

/** Whether the same ask may still have been taken in, so that it must be repeated with the same key. */
export function isUncertain(problem: Problem): boolean {
  return (
    problem.kind === 'offline' || problem.kind === 'timeout' || problem.kind === 'server' || problem.kind === 'busy'
  );
}
