import { useWaiting } from '../lib/use-waiting';
import type { MenuKey } from './menu';

/** How many cases wait behind an entry of the menu. */
export function useWaitingCounts(): Partial<Record<MenuKey, number>> {
  const { data } = useWaiting();
  if (!data) return {};
  return { approvals: data.commissions.count + data.applications.count, payouts: data.payouts.count };
}
