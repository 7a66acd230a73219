import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Refusal, refuse } from '@fenrun/kernel';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import { type Exchange, exchangeOf, sendJson, sendRefusal } from './exchange';

/** A path that is answered before the framework: the few that must be fast. */
export interface HotRoute {
  /** The id of the route that it answers, for the log and the figures. */
  readonly id: string;
  readonly method: string;
  /** Matches the whole path; its groups are the parameters. */
  readonly pattern: RegExp;
  handle(exchange: Exchange, params: Readonly<Record<string, string>>): Promise<Refusal | undefined>;
}

/** Whether the process may be sent traffic. */
export interface Readiness {
  state: 'starting' | 'ready' | 'stopping';
}

export interface Front {
  readonly trustProxy: number;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly readiness: Readiness;
  readonly hot: readonly HotRoute[];
  /** Folders and pages, tried in order; each answers whether the path was its own. */
  readonly pages: readonly ((exchange: Exchange) => Promise<boolean>)[];
  readonly openApi: () => unknown;
  /** The framework's own listener, for everything else. */
  readonly framework: (req: IncomingMessage, res: ServerResponse) => void;
}

/** The listener of the one public port. */
export function frontListener(front: Front): (req: IncomingMessage, res: ServerResponse) => void {
  return (req, res) => {
    const exchange = exchangeOf(req, res, front.trustProxy);
    if (front.readiness.state === 'stopping') res.setHeader('Connection', 'close');
    res.on('close', () => note(front, exchange));
    answer(front, exchange).catch((error: unknown) => {
      front.log.error('a request failed', { requestId: exchange.requestId, path: exchange.path, error });
      sendRefusal(exchange, refuse('internal'));
    });
  };
}

async function answer(front: Front, exchange: Exchange): Promise<void> {
  const { path, req, res } = exchange;
  if (path === '/healthz') return sendJson(exchange, 200, { status: 'alive' });
  if (path === '/readyz') return sendReadiness(front, exchange);
  if (front.readiness.state !== 'ready' && path.startsWith('/api/')) {
    return sendRefusal(exchange, refuse('shutting-down', { retryAfterSeconds: 2 }));
  }
  const hot = findHot(front.hot, exchange);
  if (hot) return answerHot(exchange, hot.route, hot.params);
  if (path === '/api/openapi.json') return sendJson(exchange, 200, front.openApi());
  if (path === '/metrics' && isLocal(req)) return sendMetrics(front, exchange);
  if (path === '/') return redirect(exchange, '/admin/');
  if (path === '/admin' || path === '/m') return redirect(exchange, `${path}/`);
  for (const page of front.pages) if (await page(exchange)) return;
  front.framework(req, res);
}

function findHot(hot: readonly HotRoute[], { req, path }: Exchange) {
  for (const route of hot) {
    const match = req.method === route.method ? route.pattern.exec(path) : null;
    if (match) return { route, params: match.groups ?? {} };
  }
  return undefined;
}

async function answerHot(exchange: Exchange, route: HotRoute, params: Readonly<Record<string, string>>): Promise<void> {
  exchange.route = route.id;
  const refusal = await route.handle(exchange, params);
  if (refusal) sendRefusal(exchange, refusal);
}

function sendReadiness({ readiness }: Front, exchange: Exchange): void {
  sendJson(exchange, readiness.state === 'ready' ? 200 : 503, { status: readiness.state });
}

/** The figures are for the machine itself: asked directly, not through a proxy. */
function isLocal({ socket, headers }: IncomingMessage): boolean {
  const address = (socket.remoteAddress ?? '').replace('::ffff:', '');
  return (address === '::1' || address.startsWith('127.')) && !headers['x-forwarded-for'] && !headers['forwarded'];
}

async function sendMetrics({ metrics }: Front, { res }: Exchange): Promise<void> {
  const text = await metrics.text();
  res.writeHead(200, { 'Content-Type': metrics.registry.contentType, 'Cache-Control': 'no-store' });
  res.end(text);
}

function redirect({ res, query }: Exchange, to: string): void {
  const rest = query.toString();
  res.writeHead(302, { Location: rest ? `${to}?${rest}` : to, 'Cache-Control': 'no-store' });
  res.end();
}

function note({ log, metrics }: Front, { req, res, route, path, requestId, merchantId, ip, beganMs }: Exchange): void {
  const tookMs = performance.now() - beganMs;
  metrics.answered(route ?? (path.startsWith('/api/') ? 'unknown' : 'page'), res.statusCode, tookMs / 1000);
  const facts = {
    requestId,
    method: req.method,
    path,
    route,
    status: res.statusCode,
    tookMs: Math.round(tookMs * 10) / 10,
    merchantId,
    ip,
  };
  // That it is not ready yet is an answer, not a failure.
  if (res.statusCode >= 500 && path !== '/readyz') log.warn('answered', facts);
  else log.info('answered', facts);
}
