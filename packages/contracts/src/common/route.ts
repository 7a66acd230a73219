/** Who may call a route: a person of staff (cookie) or an API key; a member (bearer token); anybody; a signed notice; the demo. */
export type Auth = 'staff' | 'member' | 'public' | 'webhook' | 'demo';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What the body of a request is, besides JSON: a picture, a CSV file, or bytes that a signature covers. */
export type BodyKind = 'picture' | 'csv' | 'raw';

/** What an answer is, besides JSON: nothing at all (204), a CSV file, a picture. */
export type AnswerKind = 'empty' | 'csv' | 'picture' | 'raw';

/** One route of the API, without its schemas, so that the mini-program can carry it. */
export interface Route {
  /** `<room>.<deed>`: the key of its schemas and its operationId in OpenAPI. */
  readonly id: string;
  readonly method: Method;
  /** With parameters in braces: `/api/v1/orders/{id}`. */
  readonly path: string;
  readonly auth: Auth;
  /** What a person of staff or a key must be allowed to do; absent where everybody who is signed in may. */
  readonly may?: Permission;
  readonly takes?: BodyKind;
  readonly gives?: AnswerKind;
  /** The status of success; 200, or 204 where the answer is empty. */
  readonly status?: 200 | 201 | 202;
  /** The field of the answer that is shown once: a repeated answer has null there. */
  readonly hides?: string;
  /** What it does, in one line, for the OpenAPI document. */
  readonly summary: string;
}

export type Routes = Readonly<Record<string, Route>>;

export type Role = 'owner' | 'operator' | 'finance' | 'viewer';

/** What can be allowed; `read` is everything that a role may look at. */
export type Permission =
  | 'read'
  | 'catalogue'
  | 'promoters'
  | 'orders'
  | 'refund'
  | 'decide'
  | 'payout'
  | 'rules'
  | 'import'
  | 'export'
  | 'settings'
  | 'staff';

const OPERATOR = ['read', 'catalogue', 'promoters', 'orders', 'refund', 'decide', 'rules', 'import', 'export'] as const;
const FINANCE = ['read', 'refund', 'decide', 'payout', 'export'] as const;

/** The one table of who may do what; the server checks it and the console hides by it. */
export const PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  owner: [...OPERATOR, 'payout', 'settings', 'staff'],
  operator: OPERATOR,
  finance: FINANCE,
  viewer: ['read'],
};

export function roleMay(role: Role, permission: Permission): boolean {
  return PERMISSIONS[role].includes(permission);
}

type ParamNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | ParamNames<Rest>
  : never;

/** The path parameters of a route, by name. */
export type ParamsOf<R extends Route> = { readonly [Name in ParamNames<R['path']>]: string };

/** A value of a query; lists are repeated (`status=pending&status=approved`). */
export type QueryValue = string | number | boolean | readonly (string | number)[] | null | undefined;

/** The path of a route with its parameters and query filled in and escaped; absent and empty values are left out. */
export function urlOf(
  route: Route,
  params: Readonly<Record<string, string>> = {},
  query: Readonly<Record<string, QueryValue>> = {},
): string {
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`${route.id} needs the parameter ${name}`);
    return encodeURIComponent(value);
  });
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '')
        pairs.push(`${encodeURIComponent(name)}=${encodeURIComponent(String(one))}`);
    }
  }
  return pairs.length > 0 ? `${path}?${pairs.join('&')}` : path;
}
