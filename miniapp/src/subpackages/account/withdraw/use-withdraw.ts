import { useEffect, useState } from 'react';
import { useBalance } from '@/features/commission/api';
import { type PayoutChannel, previewPayout, requestPayout } from '@/features/payout/api';
import { digitsOf, isPositive, toMinor } from '@/lib/money';
import { replace } from '@/lib/navigation';
import { useOnline } from '@/lib/network';
import { invalidate } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useLast } from '@/lib/query/use-last';
import { useQuery } from '@/lib/query/use-query';

/** How long the thumb rests before fee and tax are asked for. */
const REST_MS = 300;

/** Taking money out: the amount typed, what it costs, what arrives, and what happens then. Every sum is the server's. */
export function useWithdraw() {
  const balance = useBalance();
  const [typed, setTyped] = useState<string | null>(null);
  const [asked, setAsked] = useState<string | null>(null);
  const [channel, setChannel] = useState<PayoutChannel | null>(null);
  const isOnline = useOnline();
  const answer = useQuery({
    key: `payout-preview:${asked ?? ''}:${channel ?? ''}`,
    read: () => previewPayout(asked, channel),
  });
  const preview = useLast(answer.data);
  const amount = typed ?? preview?.amount ?? '';
  const digits = preview ? digitsOf(preview.available) : 2;
  const minor = toMinor(amount, digits);
  const isAmount = minor !== null && minor > 0;

  useEffect(() => {
    if (typed === null || !isAmount) return;
    const timer = setTimeout(() => setAsked(amount.replace(/\.$/, '')), REST_MS);
    return () => clearTimeout(timer);
  }, [typed, amount, isAmount]);

  const request = useDeed((ask: { amount: string; channel: PayoutChannel }, key) => requestPayout(ask, key));
  const chosenChannel = channel ?? preview?.channels[0] ?? null;
  /** The figures on show belong to the amount on show only after the last answer. */
  const isSettled = preview !== undefined && toMinor(preview.amount, digits) === minor && answer.data !== undefined;

  async function submit(): Promise<void> {
    if (!preview || !isSettled || !chosenChannel) return;
    const payout = await request.run({ amount: preview.amount, channel: chosenChannel });
    if (!payout) return;
    invalidate('balance', 'payouts', 'home', 'commissions', 'payout-preview');
    replace('payout', { id: payout.id });
  }

  return {
    balance,
    preview,
    answer,
    amount,
    isAmount,
    digits,
    channel: chosenChannel,
    setChannel,
    isOnline,
    isSettled,
    submit,
    isEmpty: amount.trim() === '',
    canTakeAll: preview !== undefined && isPositive(preview.available),
    type: (value: string) => setTyped(cleaned(value, digits)),
    takeAll: () => preview && setTyped(smaller(preview.available, preview.maximum, digits)),
    isBusy: request.isRunning,
    problem: request.problem,
  };
}

/** Keeps what can become an amount: digits and one point, with the currency's digits at most. */
function cleaned(value: string, digits: number): string {
  const [whole = '', ...rest] = value
    .replace(/[，,\s]/g, '')
    .replace(/[。．]/g, '.')
    .replace(/[^\d.]/g, '')
    .split('.');
  if (digits === 0 || rest.length === 0) return whole.slice(0, 9);
  return `${(whole || '0').slice(0, 9)}.${rest.join('').slice(0, digits)}`;
}

function smaller(a: string, b: string | null, digits: number): string {
  if (b === null) return a;
  return (toMinor(a, digits) ?? 0) <= (toMinor(b, digits) ?? 0) ? a : b;
}
