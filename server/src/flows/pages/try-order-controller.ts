import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { currentBook } from '../../modules/plans';
import { readPlanChanges } from '../trials/read-changes';
import { readTriedOrder } from '../trials/read-tried-order';
import { trialView } from '../trials/trial-view';
import { tryOrder } from '../trials/try-order';

const route = routes.trials;

/** Decides orders that nobody paid. */
@Controller('/')
export class TryOrderController {
  @Serves(route.order)
  async order({ body }: In<typeof route.order>, call: Call): Promise<Out<typeof route.order> | Refusal> {
    const { db, merchantId } = call;
    const present = await currentBook(db.read, merchantId, db);
    const changes = await readPlanChanges(db.read, merchantId, present, body.changes);
    if (isRefusal(changes)) return changes;
    const drafted = changes.drafts.filter(({ kind, doc }) => kind === 'campaign' && doc !== null);
    const campaigns = new Set([...present.book.campaigns, ...drafted].map(({ code }) => code));
    const order = await readTriedOrder(call, campaigns, body.order);
    if (isRefusal(order)) return order;
    return trialView(call, order, await tryOrder(db, merchantId, order, changes.drafts));
  }
}
