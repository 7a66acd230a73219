import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';

export type OwnPayout = Out<'payout.memberRead'>;
export type PayoutPreview = Out<'payout.memberPreview'>;
export type PayoutChannel = OwnPayout['channel'];

const OPEN_STATES: OwnPayout['status'][] = ['requested', 'approved', 'sending', 'waiting_user'];

export function readPayouts(cursor: string | null): Promise<Out<'payout.memberList'>> {
  return call(routes.payout.memberList, { query: { limit: 20, cursor: cursor ?? undefined } });
}

/** The payouts that are on their way, for the note under 「提现中」. */
export function readOpenPayouts(): Promise<Out<'payout.memberList'>> {
  return call(routes.payout.memberList, { query: { status: OPEN_STATES, limit: 5 } });
}

export function readPayout(id: string): Promise<OwnPayout> {
  return call(routes.payout.memberRead, { params: { id } });
}

/** Limits, fee, tax and what would arrive. Without an amount: of everything that is available. */
export function previewPayout(amount: string | null, channel: PayoutChannel | null): Promise<PayoutPreview> {
  return call(routes.payout.memberPreview, { body: { amount: amount ?? undefined, channel: channel ?? undefined } });
}

export function requestPayout(
  { amount, channel }: { amount: string; channel: PayoutChannel },
  key: string,
): Promise<OwnPayout> {
  return call(routes.payout.memberRequest, { body: { amount, channel }, key });
}

export function cancelPayout(id: string, key: string): Promise<OwnPayout> {
  return call(routes.payout.memberCancel, { params: { id }, key });
}
