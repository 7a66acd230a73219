import { WebSocket } from 'ws';
import { answer, type Options, type Surroundings, type WxPart } from './surroundings';

/** The methods that wx.request knows; PATCH is not among them. */
const METHODS = new Set(['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']);

interface Request extends Options {
  readonly url: string;
  readonly method?: string;
  readonly header?: Record<string, string>;
  readonly data?: unknown;
}

/** Requests and sockets: they go to the running server, whatever address was built in. */
export function network({ server, violations, endings }: Surroundings): WxPart {
  const moved = (url: string) => {
    const { pathname, search } = new URL(url);
    return server + pathname + search;
  };
  const request = async ({ url, method = 'GET', header = {}, data }: Request) => {
    if (!METHODS.has(method)) violations.add(`wx.request knows no ${method}`);
    if (data !== undefined && typeof data !== 'string') violations.add(`wx.request ${url}: data is not a string`);
    const response = await fetch(moved(url), {
      method,
      headers: { referer: 'https://servicewechat.com/touristappid/devtools/page-frame.html', ...header },
      ...(data === undefined ? {} : { body: data as string }),
    });
    const headers = Object.fromEntries(response.headers);
    return { data: await response.text(), statusCode: response.status, header: headers, cookies: [] };
  };
  return {
    request(options: Request) {
      void answer('request', options, () => request(options));
      return { abort: () => undefined, onHeadersReceived: () => undefined, offHeadersReceived: () => undefined };
    },
    connectSocket(options: Options & { url: string }) {
      const task = openSocket(moved(options.url).replace(/^http/, 'ws'));
      endings.push(() => task.close());
      void answer('connectSocket', options, () => ({}));
      return task;
    },
    getImageInfo: (options: Options & { src: string }) =>
      void answer('getImageInfo', options, async () => {
        const response = await fetch(moved(options.src));
        if (!response.ok) throw new Error(`getImageInfo:fail ${response.status}`);
        await response.arrayBuffer();
        return { path: `wxfile://tmp/${options.src.split('/').pop()}`, width: 430, height: 430, type: 'png' };
      }),
  };
}

function openSocket(url: string) {
  const socket = new WebSocket(url);
  socket.on('error', () => undefined);
  return {
    onOpen: (listen: (result: object) => void) => void socket.on('open', () => listen({})),
    onMessage: (listen: (result: { data: string }) => void) =>
      void socket.on('message', (data) => listen({ data: String(data) })),
    onClose: (listen: (result: object) => void) =>
      void socket.on('close', (code, reason) => listen({ code, reason: String(reason) })),
    onError: (listen: (result: object) => void) =>
      void socket.on('error', ({ message }) => listen({ errMsg: message })),
    send: ({ data }: { data: string }) => socket.send(data),
    close: () => socket.close(),
  };
}
