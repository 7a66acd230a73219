import { Readable } from 'node:stream';
import { type In, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, FileAnswer, Serves } from '../../../foundation/http';
import { type ExportPiece, exportCommissions } from '../queries/export-commissions';
import { askingOf } from './asking';

const route = routes.commission;

/** The commissions that a filter finds, as a file that is written while it is read. */
@Controller('/')
export class CommissionsCsvController {
  @Serves(route.csv)
  async csv({ query }: In<typeof route.csv>, call: Call): Promise<FileAnswer | Refusal> {
    const { lang = call.lang, ...filter } = query;
    const { merchantId, currency, zone, now } = askingOf(call);
    const pieces = await exportCommissions(call.db, { merchantId, currency, zone, filter, lang });
    if (isRefusal(pieces)) return pieces;
    const name = `${lang === 'zh' ? '佣金' : 'commissions'}-${call.merchant.slug}-${zone.dayAt(now)}.csv`;
    return new FileAnswer(Readable.from(textsOf(pieces), { objectMode: false }), 'text/csv; charset=utf-8', { name });
  }
}

async function* textsOf(pieces: AsyncGenerator<ExportPiece>): AsyncGenerator<string> {
  for await (const { text } of pieces) yield text;
}
