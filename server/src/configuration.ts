import { App, Configuration, type ILifeCycle } from '@midwayjs/core';
import * as koa from '@midwayjs/koa';
import { EdgeMiddleware } from './foundation/http';

/** Midway's root: the container and the router over Koa. Everything else is handed in, registered explicitly. */
@Configuration({ imports: [koa] })
export class MainConfiguration implements ILifeCycle {
  @App('koa')
  private readonly app: koa.Application;

  async onReady(): Promise<void> {
    this.app.useMiddleware(EdgeMiddleware);
  }
}
