/** One wrong field of a request, by its JSON pointer. */
export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly detail: string;
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly errors?: readonly FieldProblem[];
  readonly requestId?: string;
}

/** What the server refused (RFC 9457), or, with code `network`, that it could not be asked. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly requestId: string | null;

  constructor(status: number, body: ProblemBody) {
    super(body.detail ?? body.title ?? body.code ?? `HTTP ${status}`);
    this.status = status;
    this.code = body.code ?? (status === 0 ? 'network' : 'unknown');
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    this.requestId = body.requestId ?? null;
  }
}

export const isProblem = (error: unknown): error is Problem => error instanceof Problem;

export async function problemOf(response: Response): Promise<Problem> {
  const body = await response.json().catch(() => ({}));
  const requestId = response.headers.get('x-request-id') ?? undefined;
  return new Problem(response.status, { requestId, ...(body as ProblemBody) });
}

/** The same refusal with its fields named as a form names them: a rate is one field there, and so is a window. */
export function renamed(problem: Problem, nameOf: (pointer: string) => string): Problem {
  const errors = problem.errors.map((error) => ({ ...error, pointer: nameOf(error.pointer) }));
  const { status, code, title, detail, requestId } = problem;
  return new Problem(status, { code, title, detail, errors, requestId: requestId ?? undefined });
}

/** Runs what a form sends; a refusal comes out with the form's names. */
export async function withNames<T>(send: () => Promise<T>, nameOf: (pointer: string) => string): Promise<T> {
  try {
    return await send();
  } catch (error) {
    throw isProblem(error) ? renamed(error, nameOf) : error;
  }
}
