import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { type HandleRequest, jsonReply, type RawRequest, type Reply } from './reply';

const LOOPBACK = '127.0.0.1';
const DRIP_SECONDS = 10;
const KEEP_ALIVE_MS = 8_000;

/** One HTTP server on loopback that can be taken down and up again on the same port. */
export class Listener {
  private server: Server | undefined;
  private port = 0;

  constructor(
    private readonly handle: HandleRequest,
    private readonly largestBodyBytes: number,
  ) {}

  /** Listens on the port (0 takes a free one); the base URL has no trailing slash. */
  async open(port = this.port): Promise<string> {
    if (this.server) return this.baseUrl();
    const server = createServer((request, response) => void this.serve(request, response));
    server.keepAliveTimeout = KEEP_ALIVE_MS;
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(port, LOOPBACK, resolve);
    });
    this.server = server;
    this.port = (server.address() as AddressInfo).port;
    return this.baseUrl();
  }

  /** Connections are refused from now on, and open ones are cut. */
  async close(): Promise<void> {
    const server = this.server;
    if (!server) return;
    this.server = undefined;
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeAllConnections();
    await closed;
  }

  baseUrl(): string {
    return `http://${LOOPBACK}:${this.port}`;
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    response.on('error', () => undefined);
    const body = await bodyOf(incoming, this.largestBodyBytes);
    if (body === undefined) return void response.destroy();
    try {
      const request = requestOf(incoming, body);
      await send(response, request.method, await this.handle(request));
    } catch (error) {
      process.stderr.write(
        `The emulator failed on ${incoming.method} ${incoming.url}: ${String((error as Error).stack)}\n`,
      );
      if (!response.headersSent)
        await send(response, 'POST', jsonReply(500, { error: { code: 'emulator-broken', message: String(error) } }));
    }
  }
}

function requestOf(incoming: IncomingMessage, body: Buffer): RawRequest {
  const url = incoming.url ?? '/';
  const [path = '/', ...rest] = url.split('?');
  const ip = (incoming.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const query = new URLSearchParams(rest.join('?'));
  return { method: incoming.method ?? 'GET', url, path, query, headers: incoming.headers, body, ip };
}

/** All bytes; undefined when the client went away or sent too many. */
async function bodyOf(incoming: IncomingMessage, largest: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of incoming) {
      size += (chunk as Buffer).length;
      if (size > largest) return undefined;
      chunks.push(chunk as Buffer);
    }
    return Buffer.concat(chunks);
  } catch {
    return undefined;
  }
}

async function send(response: ServerResponse, method: string, reply: Reply): Promise<void> {
  const { wire, body } = reply;
  if (wire?.kind === 'disconnect') return void response.destroy();
  if (wire?.kind === 'hang') return hang(response, wire.seconds);
  if (wire?.kind === 'delay') await pause((wire.seconds ?? 0) * 1000, undefined, { ref: false });
  const length = reply.status === 204 ? {} : { 'Content-Length': String(body.length) };
  response.writeHead(reply.status, { ...reply.headers, ...length });
  if (method === 'HEAD' || reply.status === 204) return void response.end();
  if (wire?.kind === 'drip') return drip(response, body, wire.seconds ?? DRIP_SECONDS);
  if (wire?.kind === 'truncated') {
    response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.destroy());
    return;
  }
  response.end(body);
}

async function hang(response: ServerResponse, seconds: number | null): Promise<void> {
  if (seconds === null) return;
  await pause(seconds * 1000, undefined, { ref: false });
  response.destroy();
}

async function drip(response: ServerResponse, body: Buffer, seconds: number): Promise<void> {
  const pauseMs = (seconds * 1000) / Math.max(1, body.length);
  for (let at = 0; at < body.length && !response.destroyed; at += 1) {
    response.write(body.subarray(at, at + 1));
    await pause(pauseMs, undefined, { ref: false });
  }
  response.end();
}
