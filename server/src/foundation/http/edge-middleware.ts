import { refuse } from '@fenrun/kernel';
import { Middleware } from '@midwayjs/core';
import type { Context, NextFunction } from '@midwayjs/koa';
import { exchangeOf, sendRefusal } from './exchange';
import { HTTP, servedRoutes } from './serves';
import type { HttpSurroundings } from './surroundings';

/** Answers what no controller took, and whatever is thrown on the way to one, as a problem. */
@Middleware()
export class EdgeMiddleware {
  resolve() {
    return async (ctx: Context, next: NextFunction): Promise<void> => {
      const own = ctx.requestContext.get<HttpSurroundings>(HTTP);
      const exchange = exchangeOf(ctx.req, ctx.res, own.trustProxy);
      try {
        await next();
        if (ctx.respond !== false) sendUnserved(exchange);
      } catch (error) {
        if ((error as { status?: unknown }).status === 404) {
          sendUnserved(exchange);
          ctx.respond = false;
          return;
        }
        own.log.error('a request failed', { requestId: exchange.requestId, path: exchange.path, error });
        sendRefusal(exchange, refuse('internal'));
      }
      ctx.respond = false;
    };
  }
}

/** 405 where another method would be served, 404 elsewhere. */
function sendUnserved(exchange: ReturnType<typeof exchangeOf>): void {
  const methods = new Set(
    servedRoutes()
      .filter(({ path }) => pathPattern(path).test(exchange.path))
      .map(({ method }) => method),
  );
  if (methods.size > 0) exchange.res.setHeader('Allow', [...methods].join(', '));
  sendRefusal(exchange, refuse(methods.size > 0 ? 'method-not-allowed' : 'not-found'));
}

function pathPattern(path: string): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replace(/[.*+?^$()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^/]+')}$`);
}
