import { type In, type Out, routes } from '@fenrun/contracts';
import { type Refusal, refuse } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import { bookNames, currentBook } from '../../plans';
import { promotersByCode } from '../../promoters';
import { readFunnel } from '../queries/funnel';
import { readNextLevel } from '../queries/next-level';
import { readOverview } from '../queries/overview';
import { readPromoterWork } from '../queries/promoter-work';
import { readTopPromoters } from '../queries/top-promoters';
import { readTrend } from '../queries/trend';
import { readWaiting } from '../queries/waiting';
import { askingOf } from './asking';

const route = routes.reporting;

/** The console's overview and reports. */
@Controller('/')
export class ReportsController {
  @Serves(route.overview)
  overview({ query }: In<typeof route.overview>, call: Call): Promise<Out<typeof route.overview>> {
    return readOverview(call.db.read, query.period, askingOf(call, query.programme));
  }

  @Serves(route.trend)
  async trend({ query }: In<typeof route.trend>, call: Call): Promise<Out<typeof route.trend>> {
    const { book } = await currentBook(call.db.read, call.merchantId, call.db);
    return readTrend(call.db.read, query.days, book, askingOf(call, query.programme));
  }

  @Serves(route.funnel)
  funnel({ query }: In<typeof route.funnel>, call: Call): Promise<Out<typeof route.funnel>> {
    return readFunnel(call.db.read, query.period, askingOf(call, query.programme));
  }

  @Serves(route.topPromoters)
  async topPromoters({ query }: In<typeof route.topPromoters>, call: Call): Promise<Out<typeof route.topPromoters>> {
    const { book } = await currentBook(call.db.read, call.merchantId, call.db);
    return readTopPromoters(call.db.read, query, bookNames(book), askingOf(call, query.programme));
  }

  @Serves(route.waiting)
  waiting(_: In<typeof route.waiting>, call: Call): Promise<Out<typeof route.waiting>> {
    return readWaiting(call.db.read, call.merchantId, call.merchant.currency);
  }

  @Serves(route.promoterWork)
  async promoterWork(
    { params }: In<typeof route.promoterWork>,
    call: Call,
  ): Promise<Out<typeof route.promoterWork> | Refusal> {
    const [promoter] = await promotersByCode(call.db.read, call.merchantId, [params.code]);
    if (!promoter) return refuse('unknown-promoter');
    const { book, compiled } = await currentBook(call.db.read, call.merchantId, call.db);
    const names = bookNames(book);
    const asking = askingOf(call);
    const { zone, currency, now } = asking;
    const level = await readNextLevel(call.db.read, promoter, { compiled, zone, names, currency, now });
    return readPromoterWork(call.db.read, promoter, level, names, asking);
  }
}
