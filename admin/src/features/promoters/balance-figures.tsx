import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { type Figure, FigureRow } from '../../kit/shell/figure-row';
import { ProblemState } from '../../kit/states/problem-state';
import { Bar } from '../../kit/states/skeleton';
import { dayOfInstant, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import type { AnswerOf } from '../../lib/call';
import { useBalance } from './use-balance';
import { promotersWords } from './words';

type Balance = AnswerOf<'promoters.balance'>;

/** What the promoter can take, what waits, what is on its way, what was paid, and all that was ever earned. */
export function BalanceFigures({ code }: { code: string }) {
  const words = useWords(promotersWords);
  const query = useBalance(code);
  const figures = useFigures(query.data, code);
  if (query.error && !query.data)
    return <ProblemState error={query.error} what={words.available} onRetry={() => void query.refetch()} small />;
  return <FigureRow figures={figures} isFirstWide />;
}

function useFigures(balance: Balance | undefined, code: string): readonly Figure[] {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const labels = [words.available, words.pendingAndReview, words.inPayout, words.paid, words.earned];
  if (!balance)
    return labels.map((label) => ({
      key: label,
      label,
      value: <Bar width={110} height={22} />,
      note: <Bar width={90} />,
    }));
  const { currency, inReview, payouts } = balance;
  const day = (at: string) => dayOfInstant(instantOf(at), timezone, language, now);
  const money = (amount: string) => <MoneyText amount={amount} currency={currency} size="figure2" />;
  const of = `promoter=${encodeURIComponent(code)}`;
  const hasDebt = signOfAmount(balance.debt) !== 0;
  const pendingNote =
    inReview.count > 0 ? (
      <Link to={`/approvals?${of}`}>{words.inReview(moneyString(inReview.amount, currency))}</Link>
    ) : balance.nextMaturesAt ? (
      words.nextMatures(day(balance.nextMaturesAt))
    ) : signOfAmount(balance.pending) === 0 ? (
      words.noPending
    ) : (
      ' '
    );
  return [
    {
      key: 'available',
      label: words.available,
      value: <MoneyText amount={balance.available} currency={currency} size="figure" tone="own" />,
      note: hasDebt ? (
        <span style={{ color: 'var(--risk)' }}>{words.debt(moneyString(balance.debt, currency))}</span>
      ) : (
        words.noDebt
      ),
    },
    { key: 'pending', label: words.pendingAndReview, value: money(balance.pending), note: pendingNote },
    {
      key: 'inPayout',
      label: words.inPayout,
      value: money(balance.inPayout),
      note:
        signOfAmount(balance.inPayout) === 0 ? words.noPayout : <Link to={`/payouts?${of}`}>{words.seePayouts}</Link>,
    },
    {
      key: 'paid',
      label: words.paid,
      value: money(balance.paid),
      note:
        payouts.count > 0
          ? words.paidTimes(payouts.count, payouts.lastPaidAt ? day(payouts.lastPaidAt) : null)
          : words.neverPaid,
    },
    { key: 'earned', label: words.earned, value: money(balance.earned), note: words.earnedHint },
  ];
}
