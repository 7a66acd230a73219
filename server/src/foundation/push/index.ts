import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { PUSH_PATH, type PushEvent } from '@fenrun/contracts';
import { formatInstant, isRefusal } from '@fenrun/kernel';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Clock } from '../clock';
import { type Caller, cookieOf, type Doorkeeper, isOwnOrigin, SESSION_COOKIE } from '../http';
import type { Metrics } from '../metrics';

/** Whom a push is for: the staff of a merchant, or one of its members. */
export type Audience = 'staff' | { readonly memberId: string };

type WithoutAt<E> = E extends unknown ? Omit<E, 'at'> : never;

/** What is pushed; the hub adds the instant. */
export type Push = WithoutAt<PushEvent>;

/** Hints to those who look at something that has changed. Nobody may rely on one: a page that reconnects asks anew. */
export interface PushHub {
  to(merchantId: string, audience: Audience, event: Push): void;
  /** Whether anybody of the merchant listens here at all; if not, nothing need be gathered for a push. */
  hears(merchantId: string): boolean;
  /** Begins to take sockets of a server. */
  attach(server: Server): void;
  close(): void;
}

export interface PushSurroundings {
  readonly clock: Clock;
  readonly doorkeeper: Doorkeeper;
  readonly publicUrl: string;
  readonly metrics: Metrics;
}

/** A socket says who it is within this time, or is closed. */
const AUTH_WITHIN_MS = 10_000;

/** Sockets are asked for a sign of life, and their sessions looked at again, this often. */
const BEAT_MS = 30_000;

/** Sockets at most, so that memory has an end. */
const SOCKETS_AT_MOST = 20_000;

/** Bytes that may wait for a slow reader; it is cut off beyond and asks anew. */
const BACKLOG_AT_MOST = 256 * 1024;

const SIGNED_OUT = 4401;

interface Listener {
  readonly socket: WebSocket;
  readonly channel: string;
  readonly recheck: () => Promise<boolean>;
  alive: boolean;
}

const channelOf = (merchantId: string, audience: Audience): string =>
  audience === 'staff' ? `${merchantId}/staff` : `${merchantId}/member/${audience.memberId}`;

export function pushHub(own: PushSurroundings): PushHub {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 16 * 1024 });
  const channels = new Map<string, Set<Listener>>();
  const all = new Set<Listener>();
  const isOf = (merchantId: string) => (channel: string) => channel.startsWith(`${merchantId}/`);
  const listen = (socket: WebSocket, channel: string, recheck: Listener['recheck']) => {
    const listener: Listener = { socket, channel, recheck, alive: true };
    channels.set(channel, (channels.get(channel) ?? new Set()).add(listener));
    all.add(listener);
    own.metrics.listeners(all.size);
    socket.on('pong', () => {
      listener.alive = true;
    });
    socket.on('close', () => {
      all.delete(listener);
      own.metrics.listeners(all.size);
      const others = channels.get(channel);
      others?.delete(listener);
      if (others?.size === 0) channels.delete(channel);
    });
    socket.send(JSON.stringify({ event: 'hello', at: formatInstant(own.clock.now()) }));
  };
  const beat = setInterval(() => void beatAll(all), BEAT_MS).unref();
  return {
    hears: (merchantId) => [...channels.keys()].some(isOf(merchantId)),
    to: (merchantId, audience, event) => {
      const text = JSON.stringify({ ...event, at: formatInstant(own.clock.now()) });
      for (const { socket } of channels.get(channelOf(merchantId, audience)) ?? []) {
        if (socket.bufferedAmount > BACKLOG_AT_MOST) socket.terminate();
        else socket.send(text);
      }
    },
    attach: (server) => {
      server.on('upgrade', (req, duplex, head) => {
        if ((req.url ?? '').split('?')[0] !== PUSH_PATH || all.size >= SOCKETS_AT_MOST)
          return refuse(duplex, '404 Not Found');
        void upgrade(own, sockets, req, duplex, head, listen);
      });
    },
    close: () => {
      clearInterval(beat);
      for (const { socket } of all) socket.close(1001);
      setTimeout(() => endAll(all), 500).unref();
      sockets.close();
    },
  };
}

type Listen = (socket: WebSocket, channel: string, recheck: () => Promise<boolean>) => void;

async function upgrade(
  own: PushSurroundings,
  sockets: WebSocketServer,
  req: IncomingMessage,
  duplex: Duplex,
  head: Buffer,
  listen: Listen,
) {
  const cookie = isMembers(req) ? undefined : cookieOf(req, SESSION_COOKIE);
  const staff = cookie ? await ask(() => own.doorkeeper.staff({ cookie, bearer: undefined })) : undefined;
  // A browser sends the cookie from any page that opens a socket, so the page must be ours.
  if (staff && !isOwnOrigin(req, own.publicUrl)) return refuse(duplex, '403 Forbidden');
  sockets.handleUpgrade(req, duplex, head, (socket) => {
    socket.on('error', () => socket.terminate());
    if (staff && cookie) {
      const recheck = async () =>
        (await ask(() => own.doorkeeper.staff({ cookie, bearer: undefined })))?.merchant.id === staff.merchant.id;
      return listen(socket, channelOf(staff.merchant.id, 'staff'), recheck);
    }
    awaitToken(own, socket, listen);
  });
}

/** The preview's phone and the console may share a browser: a socket that says it is a member's leaves the cookie of staff aside. */
const isMembers = (req: IncomingMessage): boolean => /[?&]as=member(&|$)/.test(req.url ?? '');

/** Members cannot set headers everywhere, so they say their token in the first message. */
function awaitToken(own: PushSurroundings, socket: WebSocket, listen: Listen): void {
  const timer = setTimeout(() => socket.close(SIGNED_OUT), AUTH_WITHIN_MS).unref();
  socket.once('message', async (data) => {
    clearTimeout(timer);
    const bearer = tokenOf(String(data));
    const check = () => ask(() => own.doorkeeper.member({ cookie: undefined, bearer }));
    const member = bearer ? await check() : undefined;
    if (!member) return socket.close(SIGNED_OUT);
    listen(
      socket,
      channelOf(member.merchant.id, { memberId: member.actor.id }),
      async () => (await check()) !== undefined,
    );
  });
}

function tokenOf(text: string): string | undefined {
  try {
    const message = JSON.parse(text) as { type?: unknown; token?: unknown };
    return message.type === 'auth' && typeof message.token === 'string' ? message.token : undefined;
  } catch {
    return undefined;
  }
}

async function ask(who: () => Promise<Caller | { readonly refused: string }>): Promise<Caller | undefined> {
  const caller = await who().catch(() => undefined);
  return caller === undefined || isRefusal(caller) ? undefined : (caller as Caller);
}

async function beatAll(all: ReadonlySet<Listener>): Promise<void> {
  for (const listener of [...all]) {
    if (!listener.alive) listener.socket.terminate();
    else if (!(await listener.recheck())) listener.socket.close(SIGNED_OUT);
    else {
      listener.alive = false;
      listener.socket.ping();
    }
  }
}

function endAll(all: ReadonlySet<Listener>): void {
  for (const { socket } of [...all]) socket.terminate();
}

function refuse(duplex: Duplex, status: string): void {
  duplex.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
