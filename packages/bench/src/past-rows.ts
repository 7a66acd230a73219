import type { Store } from './store';

/** Sales in one page, as many as the product reads at once. */
const PAGE = 100;

interface Key {
  readonly id: string;
  readonly paidAt: number;
}

/**
 * Reads the rows of all sales as they come from the database, in pages by the order of payment, and does nothing with them: sales,
 * their settlements, lines and commission lines. Answers how many rows there were, and of how many sales.
 */
export async function readPastRows(store: Store): Promise<{ readonly rows: number; readonly sales: number }> {
  const byTime = store.dialect === 'mysql' ? 'FORCE INDEX (ix_sale_paid_at_id)' : 'INDEXED BY ix_sale_paid_at_id';
  const bySale =
    store.dialect === 'mysql'
      ? 'FORCE INDEX (uq_commission_sale_id_payee_id_kind)'
      : 'INDEXED BY uq_commission_sale_id_payee_id_kind';
  const [merchant] = await store.rows<{ id: string }>('SELECT id FROM merchant');
  const own = `'${merchant?.id}'`;
  let [rows, sales] = [0, 0];
  for (let last: Key = { paidAt: 0, id: '' }; ; ) {
    const page = await store.rows<Key>(
      `SELECT s.id AS id, s.type AS type, s.sequence AS sequence, s.paid_at AS paidAt, s.discount AS discount, s.shipping AS shipping,
         s.coupons AS coupons, s.country AS country, s.sub_id AS subId, s.manual_commission AS manualCommission, t.facts AS facts, t.nth AS nth
       FROM sale s ${byTime} JOIN settlement t ON t.merchant_id = s.merchant_id AND t.sale_id = s.id
       WHERE s.merchant_id = ${own} AND s.paid_at >= ${last.paidAt} AND (s.paid_at > ${last.paidAt} OR s.id > '${last.id}')
       ORDER BY s.paid_at, s.id LIMIT ${PAGE}`,
    );
    const end = page.at(-1);
    if (!end) return { rows, sales };
    last = end;
    const ids = page.map(({ id }) => `'${id}'`).join(',');
    const lines = await store.rows(
      `SELECT sale_id AS saleId, line_no AS lineNo, sku, quantity, price, discount, tax FROM sale_line
       WHERE merchant_id = ${own} AND sale_id IN (${ids}) ORDER BY sale_id, line_no`,
    );
    const parts = await store.rows(
      `SELECT c.sale_id AS saleId, c.payee_id AS payee, c.kind AS kind, k.line_no AS lineNo, k.amount AS amount, k.recalculated AS recalculated
       FROM commission c ${bySale} JOIN commission_line k ON k.merchant_id = c.merchant_id AND k.commission_id = c.id
       WHERE c.merchant_id = ${own} AND c.sale_id IN (${ids})`,
    );
    sales += page.length;
    // A sale comes with its settlement; a commission's lines with their commission.
    rows += 2 * page.length + lines.length + parts.length;
  }
}
