/** What the tested files use of Taro: storage in memory, and requests that a test answers. */
export interface Asked {
  url: string;
  method: string;
  header: Record<string, string>;
  data?: string;
}

export interface Answered {
  statusCode: number;
  data: unknown;
  header?: Record<string, string>;
}

type Server = (asked: Asked) => Answered | Promise<Answered>;

/** The phone outlives the app: it stays the same one when a test loads the modules anew. */
const phone = globalThis as { fenrunPhone?: Map<string, unknown> };
phone.fenrunPhone ??= new Map();
const stored = phone.fenrunPhone;
let server: Server = () => ({ statusCode: 500, data: '' });
export const asked: Asked[] = [];

/** Begins anew: an empty phone and this server. */
export function beginAnew(answer: Server): void {
  stored.clear();
  asked.length = 0;
  server = answer;
}

const Taro = {
  getStorageSync: (key: string) => stored.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => void stored.set(key, value),
  removeStorageSync: (key: string) => void stored.delete(key),
  getSystemInfoSync: () => ({ language: 'zh_CN' }),
  async request(options: Asked) {
    asked.push(options);
    return server(options);
  },
};

export { Taro as default };
