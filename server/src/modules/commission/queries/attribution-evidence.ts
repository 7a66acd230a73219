import { foldCoupon } from '@fenrun/engine';
import { findAmong, type Reader } from '../../../foundation/db';
import { couponTable, type ShareRow, shareTable, type TouchRow, touchTable } from '../../attribution';
import { type AssignmentRow, assignmentTable } from '../store/assignment.row';
import type { SettledSale } from './gather-commissions';

/** What speaks for an attribution: the coupon, the touch before the payment, the share that was opened, or the person who assigned it. */
export interface Evidence {
  /** The coupon that belongs to the promoter; all that the order used where none is his any more; none unless a coupon decided. */
  readonly coupons: readonly string[];
  readonly touch: TouchRow | null;
  readonly share: ShareRow | null;
  readonly assignment: AssignmentRow | null;
}

/** The evidence for settled sales, by sale; one query a kind. */
export async function attributionEvidence(
  db: Reader,
  merchantId: string,
  sales: readonly SettledSale[],
): Promise<Map<string, Evidence>> {
  const customers = new Set<string>();
  for (const { sale, settlement } of sales)
    if (sale.customerId !== null && settlement?.attributedBy === 'touch') customers.add(sale.customerId);
  const where = 'merchant_id = ?';
  const touches = await findAmong(db, touchTable, `${where} AND is_effective = 1`, [merchantId], 'customerId', [
    ...customers,
  ]);
  const codes = [...new Set(touches.map((touch) => touch.shareCode))].filter((code) => code !== null);
  const shares = new Map(
    (await findAmong(db, shareTable, where, [merchantId], 'code', codes)).map((share) => [share.code, share]),
  );
  const assigned = sales.filter(({ settlement }) => settlement?.attributedBy === 'assigned').map(({ sale }) => sale.id);
  const assignments = await findAmong(db, assignmentTable, where, [merchantId], 'saleId', assigned);
  const owners = await couponOwners(db, merchantId, sales);
  return new Map(
    sales.map(({ sale, settlement }) => {
      const touch = settlement?.attributedBy === 'touch' ? lastTouch(touches, sale, settlement.promoterId) : null;
      return [
        sale.id,
        {
          coupons: settlement?.attributedBy === 'coupon' ? decisive(sale.coupons, owners, settlement.promoterId) : [],
          touch,
          share: touch?.shareCode ? (shares.get(touch.shareCode) ?? null) : null,
          assignment: assignments.filter((row) => row.saleId === sale.id).at(-1) ?? null,
        },
      ];
    }),
  );
}

/** Who owns the coupons of the sales that went to a coupon's owner, by folded code. */
async function couponOwners(
  db: Reader,
  merchantId: string,
  sales: readonly SettledSale[],
): Promise<Map<string, string | null>> {
  const used = sales.flatMap(({ sale, settlement }) => (settlement?.attributedBy === 'coupon' ? sale.coupons : []));
  const codes = [...new Set(used.map(foldCoupon))];
  const rows = await findAmong(db, couponTable, 'merchant_id = ?', [merchantId], 'foldedCode', codes);
  return new Map(rows.map(({ foldedCode, ownerId }) => [foldedCode, ownerId]));
}

/** The first coupon of the promoter decided; an owner may have changed since. */
function decisive(
  coupons: readonly string[],
  owners: ReadonlyMap<string, string | null>,
  promoterId: string | null,
): readonly string[] {
  const own = coupons.find((coupon) => promoterId !== null && owners.get(foldCoupon(coupon)) === promoterId);
  return own === undefined ? coupons : [own];
}

function lastTouch(
  touches: readonly TouchRow[],
  sale: SettledSale['sale'],
  promoterId: string | null,
): TouchRow | null {
  let last: TouchRow | null = null;
  for (const touch of touches) {
    const isBefore = touch.customerId === sale.customerId && touch.promoterId === promoterId && touch.at <= sale.paidAt;
    if (isBefore && (last === null || touch.at >= last.at)) last = touch;
  }
  return last;
}
