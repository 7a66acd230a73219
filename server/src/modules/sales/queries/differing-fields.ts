import { find, type Reader } from '../../../foundation/db';
import { saleFacts } from '../domain/fingerprint';
import type { SaleInput } from '../domain/sale-input';
import { customerTable } from '../store/customer.row';
import type { SaleRow } from '../store/sale.row';
import { saleLineTable } from '../store/sale-line.row';

/** Which fields of an order differ from what was recorded under the same key. */
export async function differingFields(
  db: Reader,
  merchantId: string,
  told: SaleInput,
  before: { readonly row?: SaleRow; readonly input?: SaleInput },
): Promise<string[]> {
  const recorded = before.input ?? (before.row ? await asInput(db, merchantId, before.row) : undefined);
  if (!recorded) return [];
  const was = saleFacts(recorded);
  const is = saleFacts(told);
  return Object.keys(is).filter((field) => JSON.stringify(is[field]) !== JSON.stringify(was[field]));
}

async function asInput(db: Reader, merchantId: string, row: SaleRow): Promise<SaleInput> {
  const lines = await find(
    db,
    saleLineTable,
    'merchant_id = ? AND sale_id = ?',
    [merchantId, row.id],
    'ORDER BY line_no',
  );
  const [customer] = row.customerId
    ? await find(db, customerTable, 'merchant_id = ? AND id = ?', [merchantId, row.customerId])
    : [];
  return {
    ...row,
    customer: customer ?? null,
    metadata: null,
    lines,
  } as unknown as SaleInput;
}
