import type { PageNode } from './node-tree';

type Deed = (this: object, ...values: unknown[]) => unknown;

/** What a page's script handed to `Page()`. */
export type PageConfig = Readonly<Record<string, unknown>> & { readonly data?: { root?: PageNode } };

/** One opened page: its own data, which only `setData` changes, and the config's functions bound to it. */
export interface OpenPage {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly instance: Record<string, unknown> & { data: { root?: PageNode } };
  /** When its data last changed, in milliseconds of real time. */
  changedAt(): number;
  /** Calls one of the page's functions, if it has it. */
  call(name: string, ...values: unknown[]): unknown;
}

export function openPage(path: string, query: Record<string, string>, config: PageConfig): OpenPage {
  let changedAt = Date.now();
  const instance: OpenPage['instance'] = {
    data: structuredClone(config.data ?? {}),
    route: path,
    __route__: path,
    is: path,
    options: query,
    getTabBar: () => null,
    selectComponent: () => null,
    setData(patch: Record<string, unknown>, done?: () => void) {
      for (const [place, value] of Object.entries(patch)) setAt(instance.data, place, plain(value));
      changedAt = Date.now();
      setTimeout(() => done?.call(instance), 0);
    },
  };
  for (const [name, value] of Object.entries(config)) {
    if (name !== 'data') instance[name] = typeof value === 'function' ? (value as Deed).bind(instance) : value;
  }
  return {
    path,
    query,
    instance,
    changedAt: () => changedAt,
    call: (name, ...values) => (typeof instance[name] === 'function' ? (instance[name] as Deed)(...values) : undefined),
  };
}

/** Data crosses from the script to the screen as JSON: what is no data does not arrive. */
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}

/** Sets `root.cn.[0].v` and its like. */
function setAt(data: object, place: string, value: unknown): void {
  const steps = place
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter(Boolean);
  const last = steps.pop() as string;
  let at = data as Record<string, unknown>;
  for (const [index, step] of steps.entries()) {
    at[step] ??= /^\d+$/.test(steps[index + 1] ?? last) ? [] : {};
    at = at[step] as Record<string, unknown>;
  }
  at[last] = value;
}
