import type { In, Out, Route, RouteId } from '@fenrun/contracts';
import { type MidwayWebRouterService, RequestMapping, RequestMethod } from '@midwayjs/core';
import type { Context } from '@midwayjs/koa';
import type { CallFor, Reply } from './call';
import { exchangeOf } from './exchange';
import { type Handler, serve } from './serve';
import type { HttpSurroundings } from './surroundings';

/** The name under which the edge's surroundings stand in the container. */
export const HTTP = 'http:surroundings';

export type RouterService = MidwayWebRouterService;

type Controller<R extends Route> = (input: In<R>, call: CallFor<R>) => Promise<Reply<Out<R>>>;

const served = new Map<string, Route>();

/** Every route that some controller of this program serves. */
export function servedRoutes(): readonly Route[] {
  return [...served.values()];
}

/**
 * Makes a method of a controller serve a route of the contract. The method gets what was sent, parsed, and the call; it
 * answers what the contract says, a file, or a refusal. It is registered with Midway's router under the route's path.
 */
export function Serves<R extends Route & { readonly id: RouteId }>(route: R) {
  return <T extends Controller<R>>(target: object, key: string, descriptor: TypedPropertyDescriptor<T>): void => {
    const method = descriptor.value as unknown as (this: unknown, ...args: Parameters<Handler>) => Promise<unknown>;
    served.set(route.id, route);
    const koaMethod = async function (this: object, ctx: Context): Promise<void> {
      const own = ctx.requestContext.get<HttpSurroundings>(HTTP);
      ctx.respond = false;
      const handler: Handler = (input, call) => method.call(this, input, call);
      await serve(exchangeOf(ctx.req, ctx.res, own.trustProxy), route, ctx['params'] ?? {}, handler, own);
    };
    // Under a name of its own, so that controllers may still call each other's methods as they were written.
    const servedKey = `${key}:served`;
    Object.defineProperty(target, servedKey, { value: koaMethod, configurable: true });
    const mapping = { path: routerPath(route), requestMethod: RequestMethod[route.method], routerName: route.id };
    RequestMapping({ ...mapping, summary: route.summary })(target, servedKey, { value: koaMethod });
  };
}

/** `/orders/{id}` in the spelling of the router: `/orders/:id`. */
export function routerPath(route: Route): string {
  return route.path.replace(/\{(\w+)\}/g, ':$1');
}
