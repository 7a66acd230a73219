/** What an endpoint of WeChat Pay answers, before it is written and signed. */
export interface PayAnswer {
  readonly status: number;
  /** Undefined is an empty body, as of a 204. */
  readonly body: Record<string, unknown> | undefined;
  /** The number at the end of Request-ID; 0 is success. */
  readonly internalCode: number;
}

interface Problem {
  readonly status: number;
  readonly internalCode: number;
  readonly message: string;
}

/** Codes, statuses and texts of wechat.md 2.3, 2.5 and 2.11. Clients decide by code and status, never by text. */
const PROBLEMS = {
  PARAM_ERROR: { status: 400, internalCode: 268435461, message: '参数错误' },
  INVALID_REQUEST: { status: 400, internalCode: 268435462, message: '无效请求' },
  APPID_MCHID_NOT_MATCH: { status: 400, internalCode: 268445527, message: 'appid和mch_id不匹配，请检查后再试' },
  ORDER_CLOSED: { status: 400, internalCode: 268447914, message: '该订单已关闭' },
  SIGN_ERROR: { status: 401, internalCode: 268443699, message: '错误的签名，验签失败' },
  NO_AUTH: { status: 403, internalCode: 268435463, message: '商户暂无权限使用此功能' },
  NOT_ENOUGH: { status: 403, internalCode: 268435464, message: '商户账户余额不足' },
  ORDER_NOT_EXIST: { status: 404, internalCode: 268512771, message: '订单不存在' },
  RESOURCE_NOT_EXISTS: { status: 404, internalCode: 268435465, message: '查询的资源不存在' },
  NOT_FOUND: { status: 404, internalCode: 268435466, message: '记录不存在' },
  FREQUENCY_LIMITED: { status: 429, internalCode: 268447840, message: '频率限制，请降低请求频率' },
  SYSTEM_ERROR: { status: 500, internalCode: 268435467, message: '系统异常，请稍后重试' },
} as const satisfies Record<string, Problem>;

export type ProblemCode = keyof typeof PROBLEMS;

export function success(body: Record<string, unknown>): PayAnswer {
  return { status: 200, body, internalCode: 0 };
}

export function noContent(): PayAnswer {
  return { status: 204, body: undefined, internalCode: 0 };
}

export interface ProblemMore {
  message?: string;
  detail?: Record<string, unknown>;
  internalCode?: number;
}

/** A documented error; the table gives status and text unless `more` says otherwise. */
export function problem(code: ProblemCode, more: ProblemMore = {}): PayAnswer {
  const known = PROBLEMS[code];
  const body = { code, message: more.message ?? known.message, ...(more.detail ? { detail: more.detail } : {}) };
  return { status: known.status, body, internalCode: more.internalCode ?? known.internalCode };
}

/** An error by the test's own words, for faults and for codes that sources spell differently. */
export function freeProblem(status: number, code: string, message: string, internalCode = 268435456): PayAnswer {
  return { status, body: { code, message }, internalCode };
}

/** A parameter error that points at the field. */
export function badField(field: string, value: unknown, issue: string, message = '参数错误'): PayAnswer {
  return problem('PARAM_ERROR', { message, detail: { field, value, issue, location: 'body' } });
}
