import { BalanceCard } from '@/features/commission/balance-card';
import type { Balance } from '@/features/commission/model';
import { useText } from '@/lib/i18n';
import { isPositive } from '@/lib/money';
import { open } from '@/lib/navigation';
import type { useEarnings } from './use-earnings';

/** Pending, in payout and paid in one card; each opens its list. With nothing in any of them the notes are left out. */
export function Balances({
  balance,
  page,
  isBare,
}: {
  balance: Balance;
  page: ReturnType<typeof useEarnings>;
  isBare: boolean;
}) {
  const text = useText();
  const { toConfirm, openPayout } = page;
  const isCall = toConfirm !== null && page.isOnline && isPositive(balance.inPayout);
  const cells = [
    {
      label: text.earnings.pending,
      amount: balance.pending,
      note: balance.pendingText,
      onTap: () => page.setFilter('pending'),
    },
    {
      label: text.earnings.inPayout,
      amount: balance.inPayout,
      note: inPayoutNote(),
      isCall,
      onTap: () =>
        toConfirm
          ? open('payout', { id: toConfirm.id })
          : openPayout
            ? open('payout', { id: openPayout.id })
            : open('payouts'),
    },
    {
      label: text.earnings.paid,
      amount: balance.paid,
      note: text.earnings.paidCount(balance.payouts.thisYear),
      onTap: () => open('payouts'),
    },
  ];
  function inPayoutNote(): string {
    if (!isPositive(balance.inPayout)) return text.earnings.inPayoutNone;
    if (toConfirm) return page.isOnline ? text.earnings.inPayoutConfirm : text.earnings.inPayoutOffline;
    if (!openPayout) return '';
    return openPayout.status === 'requested' ? text.earnings.inPayoutWaiting : text.earnings.inPayoutSending;
  }
  return <BalanceCard cells={isBare ? cells.map(({ note: _, ...cell }) => cell) : cells} />;
}
