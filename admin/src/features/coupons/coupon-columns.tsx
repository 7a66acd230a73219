import { couponStateWords } from '@fenrun/contracts/labels';
import { useMemo } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { Column } from '../../kit/list/columns';
import { StatusText } from '../../kit/panel/status-tag';
import { Quiet, Strong } from '../../kit/text';
import { dayIn } from '../../kit/time/time-format';
import { TimeText } from '../../kit/time/time-text';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { type Coupon, couponTones, discountText, validText } from './discount';
import { couponsWords } from './words';

export function useCouponColumns(): readonly Column<Coupon>[] {
  const words = useWords(couponsWords);
  const language = useLanguage();
  const { currency, timezone } = useZone();
  const today = dayIn(useNow(), timezone);
  return useMemo(
    () => [
      {
        key: 'code',
        title: words.code,
        width: 140,
        grow: 1,
        bar: 90,
        render: (row) => <Strong>{row.code}</Strong>,
      },
      {
        key: 'discount',
        title: words.discount,
        width: 136,
        bar: 60,
        render: (row) =>
          row.discount === null ? (
            <Quiet>{discountText(null, currency, words)}</Quiet>
          ) : (
            discountText(row.discount, currency, words)
          ),
      },
      {
        key: 'owner',
        title: words.owner,
        width: 120,
        grow: 1,
        leaves: 3,
        bar: 60,
        render: (row) => row.ownerName ?? row.owner ?? <Quiet>{words.nobody}</Quiet>,
      },
      {
        key: 'window',
        title: words.window,
        width: 164,
        leaves: 2,
        bar: 90,
        render: (row) => validText(row, timezone, language, today, words),
      },
      {
        key: 'uses',
        title: words.uses,
        width: 124,
        align: 'right',
        bar: 50,
        render: (row) => words.usesOf(row.uses, row.useLimit),
      },
      {
        key: 'rules',
        title: words.rules,
        width: 84,
        align: 'right',
        leaves: 1,
        bar: 40,
        render: (row) => (row.rules > 0 ? words.rulesCount(row.rules) : <Quiet>{words.noRules}</Quiet>),
      },
      {
        key: 'state',
        title: words.state,
        width: 120,
        bar: 60,
        render: (row) => <StatusText tone={couponTones[row.state]}>{couponStateWords[row.state][language]}</StatusText>,
      },
      {
        key: 'created',
        title: words.created,
        width: 110,
        align: 'right',
        leaves: 0,
        isOptional: true,
        render: (row) => <TimeText at={row.createdAt} as="day" />,
      },
    ],
    [words, language, currency, timezone, today],
  );
}
