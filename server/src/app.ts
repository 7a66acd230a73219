import { once } from 'node:events';
import type { Server } from 'node:http';
import { BootstrapStarter } from '@midwayjs/bootstrap';
import { MidwayContainer, MidwayFrameworkService, MidwayWebRouterService } from '@midwayjs/core';
import type { Framework } from '@midwayjs/koa';
import {
  docsPage,
  frontListener,
  HTTP,
  type HttpSurroundings,
  openApiOf,
  servedRoutes,
  staticFolder,
} from './foundation/http';
import * as providers from './index';
import type { Installation, Stop } from './installation';
import { parts } from './parts';

/** A running server. */
export interface App {
  readonly port: number;
  readonly server: Server;
  /** Every method and path that the router knows, for the test that compares it with the document. */
  routes(): Promise<readonly string[]>;
  /** No new requests, open ones finish, everything is flushed; within 10 seconds. */
  stop(): Promise<void>;
}

/** How long open requests may take once the server ends. */
const FINISH_WITHIN_MS = 7000;

const ADMIN_POLICY =
  "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'none'; base-uri 'none'";

/** Taro's page sets its root size in an inline script, and the phone frame shows the page in an iframe of its own. */
const H5_POLICY =
  "default-src 'self'; img-src 'self' data: blob: https:; font-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self' 'unsafe-inline'; connect-src 'self' ws: wss:; frame-ancestors 'self'; base-uri 'none'";

/** Starts Midway over an opened installation, begins its parts, and opens the port. `checkAnswers` is for tests. */
export async function startApp(
  installation: Installation,
  options: { readonly checkAnswers?: boolean } = {},
): Promise<App> {
  const { settings, readiness, log } = installation;
  const starter = await startFramework(installation, options.checkAnswers ?? false);
  const server = await takeOver(starter, installation);
  installation.push.attach(server);
  await listen(server, settings.host, settings.port);
  const stops = await beginParts(installation);
  readiness.state = 'ready';
  const { port } = server.address() as { port: number };
  log.info('ready', { port });
  return { port, server, routes: () => routesOf(starter), stop: () => stopAll(installation, server, starter, stops) };
}

async function startFramework(installation: Installation, checkAnswers: boolean): Promise<BootstrapStarter> {
  const { db, clock, log, doorkeeper, settings } = installation;
  const applicationContext = new MidwayContainer();
  const http: HttpSurroundings = {
    db,
    clock,
    log,
    doorkeeper,
    publicUrl: settings.publicUrl,
    trustProxy: settings.trustProxy,
    demo: settings.demo,
    checkAnswers,
  };
  applicationContext.registerObject(HTTP, http);
  for (const part of parts) {
    for (const [name, object] of Object.entries(part.provide?.(installation) ?? {}))
      applicationContext.registerObject(name, object);
  }
  const starter = new BootstrapStarter();
  starter.configure({
    appDir: settings.dataDir,
    baseDir: settings.dataDir,
    applicationContext,
    imports: [providers],
    moduleDetector: false,
    globalConfig: frameworkConfig(),
  } as never);
  await starter.run();
  return starter;
}

/** Midway's own port, log files, sessions and body parser stay unused: the edge has its own. */
function frameworkConfig(): object {
  const quiet = { level: 'warn', transports: { console: {}, file: false, error: false, json: false } };
  return {
    keys: ['unused: no cookie of ours is signed'],
    koa: { port: null },
    session: { enable: false },
    bodyParser: { enable: false },
    siteFile: { enable: false },
    midwayLogger: { default: quiet, clients: { coreLogger: quiet, appLogger: quiet } },
  };
}

/** Puts our listener before the framework's on the server that the framework made. */
async function takeOver(starter: BootstrapStarter, installation: Installation): Promise<Server> {
  const { settings, log, metrics, readiness } = installation;
  const frameworks = await starter.getApplicationContext().getAsync(MidwayFrameworkService);
  const framework = frameworks.getMainFramework() as unknown as Framework;
  const server = framework.getServer() as Server;
  const [koaListener] = server.listeners('request') as ((...args: unknown[]) => void)[];
  if (!koaListener) throw new Error('the framework has no listener');
  server.removeAllListeners('request');
  let openApi: unknown;
  const front = frontListener({
    trustProxy: settings.trustProxy,
    log,
    metrics,
    readiness,
    hot: parts.flatMap((part) => part.hot?.(installation) ?? []),
    pages: [
      staticFolder({ prefix: '/admin/', folder: settings.adminDir, policy: ADMIN_POLICY, isApp: true }),
      staticFolder({ prefix: '/m/', folder: settings.h5Dir, policy: H5_POLICY, isApp: true }),
      docsPage(),
    ],
    openApi: () =>
      (openApi ??= openApiOf(
        servedRoutes().filter(({ auth }) => auth !== 'demo' || settings.demo),
        settings.publicUrl,
      )),
    framework: koaListener,
  });
  server.on('request', front);
  server.requestTimeout = 120_000;
  server.headersTimeout = 20_000;
  server.keepAliveTimeout = 60_000;
  server.setTimeout(0);
  return server;
}

async function routesOf(starter: BootstrapStarter): Promise<string[]> {
  const router = await starter.getApplicationContext().getAsync(MidwayWebRouterService);
  const table = await router.getFlattenRouterTable();
  return table.map(({ requestMethod, fullUrl, url }) => `${requestMethod.toUpperCase()} ${fullUrl ?? url}`);
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  server.listen(port, host.replace(/^\[|\]$/g, ''));
  await once(server, 'listening');
}

async function beginParts(installation: Installation): Promise<Stop[]> {
  const stops: Stop[] = [];
  for (const part of parts) {
    const stop = await part.start?.(installation);
    if (stop) stops.unshift(stop);
  }
  return stops;
}

async function stopAll(
  installation: Installation,
  server: Server,
  starter: BootstrapStarter,
  stops: readonly Stop[],
): Promise<void> {
  installation.readiness.state = 'stopping';
  installation.push.close();
  const closed = new Promise((resolve) => server.close(resolve));
  // A connection that is kept alive becomes idle only when its answer is out, so they are looked at again and again.
  const idle = setInterval(() => server.closeIdleConnections(), 50);
  const timer = setTimeout(() => server.closeAllConnections(), FINISH_WITHIN_MS);
  server.closeIdleConnections();
  await closed;
  clearInterval(idle);
  clearTimeout(timer);
  for (const stop of stops) await stop();
  await starter.stop();
  installation.mailer.close();
  await installation.db.close();
}
