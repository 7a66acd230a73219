import type { AttributionPolicy } from '@fenrun/engine';
import { DAY_MS, FOREVER, type Instant } from '@fenrun/kernel';
import { find, insert, type Tx } from '../../../foundation/db';
import { newId } from '../../../foundation/ids';
import { bindingAt } from '../domain/claim';
import { bindingTable } from '../store/binding.row';
import { type TouchKind, touchTable } from '../store/touch.row';
import { countStep } from './count-funnel';

export interface TouchInput {
  readonly customerId: string;
  readonly promoterId: string;
  readonly kind: TouchKind;
  readonly campaign: string | null;
  readonly shareCode: string | null;
  /** Whether the promoter is active at this instant (and somebody else); a touch of one who is not neither attributes nor binds. */
  readonly isPromoterActive: boolean;
}

/**
 * Records a touch and, where the merchant binds customers, what it does to the binding. One that came through a share and has effect is
 * an open of that share and of the day; opening one's own share, or that of somebody who is not active, is kept and counts nowhere.
 */
export async function recordTouch(
  tx: Tx,
  merchantId: string,
  touch: TouchInput,
  policy: AttributionPolicy,
  at: Instant,
): Promise<void> {
  const { isPromoterActive, ...row } = touch;
  await insert(tx, touchTable, [{ merchantId, ...row, id: newId(at), at, isEffective: isPromoterActive }]);
  if (!isPromoterActive) return;
  if (policy.binding !== 'none') await bind(tx, merchantId, touch, policy, at);
  if (touch.shareCode !== null) await countOpen(tx, merchantId, touch.promoterId, touch.shareCode, at);
}

async function countOpen(
  tx: Tx,
  merchantId: string,
  promoterId: string,
  shareCode: string,
  at: Instant,
): Promise<void> {
  await tx.run('UPDATE share SET opens = opens + 1 WHERE merchant_id = ? AND code = ?', [merchantId, shareCode]);
  await countStep(tx, { merchantId, promoterId }, 'opens', at);
}

async function bind(
  tx: Tx,
  merchantId: string,
  touch: TouchInput,
  policy: AttributionPolicy,
  at: Instant,
): Promise<void> {
  const { customerId, promoterId } = touch;
  const where = 'merchant_id = ? AND customer_id = ?';
  const bindings = await find(tx, bindingTable, where, [merchantId, customerId], 'ORDER BY from_at, id');
  const running = bindingAt(bindings, at);
  const isKept = running && running.promoterId !== promoterId && policy.onOtherTouch === 'keep_first';
  if (isKept) return;
  const toAt = policy.binding === 'permanent' ? FOREVER : at + (policy.bindingDays ?? policy.windowDays) * DAY_MS;
  await insert(tx, bindingTable, [{ merchantId, customerId, fromAt: at, id: newId(at), promoterId, toAt }]);
}
