import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import type { Selection } from '../../kit/list/selection';
import { moneyString } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { type AnswerOf, type BodyOf, call } from '../../lib/call';
import type { CommissionFilter } from './use-commission-list';
import { useDecisions } from './use-decisions';
import { commissionWords } from './words';

export type DecisionPreview = AnswerOf<'commission.previewDecisions'>;
type Selected = Pick<BodyOf<'commission.decide'>, 'ids' | 'filter'>;

/** Deciding on many: first asks the server what it would do, then does it; what could not be done stays selected. */
export function useBulkDecision(selection: Selection, filter: CommissionFilter) {
  const words = useWords(commissionWords);
  const { currency } = useZone();
  const { message } = App.useApp();
  const { refresh } = useDecisions();
  const [isBusy, setBusy] = useState(false);
  const isAny = selection.isAll || selection.ids.size > 0;
  const selected: Selected = selection.isAll ? { filter } : { ids: [...selection.ids] };
  const preview = useQuery({
    queryKey: ['commission', 'preview', selected],
    queryFn: ({ signal }) =>
      call(routes.commission.previewDecisions, { body: { decision: 'approve', ...selected }, signal }),
    enabled: isAny,
    placeholderData: (old) => old,
  });
  const decide = async (decision: 'approve' | 'reject', reason?: string) => {
    setBusy(true);
    try {
      const done = await call(routes.commission.decide, { body: { decision, reason: reason ?? null, ...selected } });
      const sum = moneyString(done.net, currency);
      const said = decision === 'approve' ? words.decidedMany(done.count, sum) : words.rejectedMany(done.count, sum);
      const names = [...new Set(done.leftOut.map((one) => one.promoterName))].slice(0, 5).join(' ');
      const left = done.leftOut.length > 0 ? words.leftOut(done.leftOut.length, names) : '';
      message[done.leftOut.length > 0 ? 'warning' : 'success'](`${said}${left}`, 5);
      selection.clear();
      selection.setMany(
        done.leftOut.map((one) => one.id),
        true,
      );
      refresh();
    } finally {
      setBusy(false);
    }
  };
  return { isAny, preview: isAny ? preview.data : undefined, isBusy, decide };
}
