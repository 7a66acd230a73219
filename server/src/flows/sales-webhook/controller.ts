import { type In, routes } from '@fenrun/contracts';
import { type Refusal, refuse } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type OpenCall, Serves } from '../../foundation/http';

const route = routes.sales.receive;

/**
 * The webhook's place in the router, for its document and its 405. Deliveries never come here: the door of
 * `sales-webhook.ts` takes them from the bare listener, because it must see their bytes before anything else does.
 */
@Controller('/')
export class SalesWebhookController {
  @Serves(route)
  async receive(_: In<typeof route>, __: OpenCall): Promise<Refusal> {
    return refuse('not-found');
  }
}
