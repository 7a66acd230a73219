import { campaignStateWords } from '@fenrun/contracts/labels';
import { useMemo } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { Column } from '../../kit/list/columns';
import { MoneyText } from '../../kit/money/money-text';
import { StatusText } from '../../kit/panel/status-tag';
import { Quiet, Strong } from '../../kit/text';
import { dayIn } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { windowDays, windowText } from '../../kit/time/window-days';
import { useZone } from '../../kit/time/zone-context';
import { bonusText, type Campaign, campaignTones } from './campaign-bonus';
import { campaignsWords } from './words';

export function useCampaignColumns(): readonly Column<Campaign>[] {
  const words = useWords(campaignsWords);
  const language = useLanguage();
  const { currency, timezone } = useZone();
  const year = dayIn(useNow(), timezone).slice(0, 4);
  return useMemo(
    () => [
      {
        key: 'sales',
        title: words.sales,
        width: 132,
        align: 'right',
        bar: 70,
        render: (row) => <MoneyText amount={row.brought.sales} />,
      },
      { key: 'name', title: words.name, width: 160, grow: 2, bar: 100, render: (row) => <Strong>{row.name}</Strong> },
      {
        key: 'window',
        title: words.window,
        width: 176,
        bar: 100,
        render: (row) => windowText(windowDays(row, timezone), language, year, words.always),
      },
      {
        key: 'state',
        title: words.state,
        width: 108,
        bar: 50,
        render: (row) => (
          <StatusText tone={campaignTones[row.state]}>{campaignStateWords[row.state][language]}</StatusText>
        ),
      },
      {
        key: 'reward',
        title: words.reward,
        width: 190,
        grow: 1,
        leaves: 2,
        bar: 110,
        render: (row) => bonusText(row.bonus, currency, words) ?? <Quiet>{words.none}</Quiet>,
      },
      {
        key: 'orders',
        title: words.orders,
        width: 90,
        align: 'right',
        leaves: 3,
        bar: 40,
        render: (row) => words.ordersCount(row.brought.orders),
      },
      {
        key: 'commission',
        title: words.commission,
        width: 120,
        align: 'right',
        leaves: 4,
        bar: 60,
        render: (row) => <MoneyText amount={row.brought.commission} size="text" tone="text" />,
      },
      {
        key: 'rules',
        title: words.rules,
        width: 80,
        align: 'right',
        leaves: 1,
        bar: 40,
        render: (row) => (row.rules > 0 ? words.rulesCount(row.rules) : <Quiet>{words.none}</Quiet>),
      },
    ],
    [words, language, currency, timezone, year],
  );
}
