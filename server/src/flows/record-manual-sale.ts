import type { SaleData } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Call } from '../foundation/http';
import { type Recording, readSale } from '../modules/sales';
import { recordEvents } from './record-events';
import type { Timelines } from './timeline/advance';

/** A person records a sale by hand; it is settled before the answer. Known with other contents, it is refused and the fields are named. */
export async function recordManualSale(
  lines: Timelines,
  call: Call,
  data: SaleData,
): Promise<{ id: string; result: 'recorded' | 'repeated' | 'waiting' } | Refusal> {
  const { merchantId, merchant, now } = call;
  const { currency, region } = merchant;
  const sale = readSale(data, { currency, region, source: 'manual', now });
  if (isRefusal(sale)) return sale;
  const result = await call.write(async (tx): Promise<'recorded' | 'repeated' | 'waiting' | Refusal> => {
    const [recording] = await recordEvents(tx, merchantId, [{ kind: 'paid', sale }], now);
    const told = recording as Recording;
    return told.result === 'different' ? recordedDifferently(told.fields) : told.result;
  });
  if (isRefusal(result)) return result;
  await lines.advance(merchantId);
  return { id: data.id, result };
}

/** The refusal of what is known with other contents, naming the fields. */
export function recordedDifferently(fields: readonly string[]): Refusal<'already-recorded-differently'> {
  const errors = fields.map((field) => ({ pointer: `/${field === 'ask' ? 'lines' : field}`, code: 'differs' }));
  return refuse('already-recorded-differently', { fields: fields.join(' ') }, errors);
}
