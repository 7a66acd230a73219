import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCallback, useMemo } from 'react';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import { commissionWords } from './words';

export interface Decidable {
  readonly id: string;
  readonly net: string;
  readonly currency: string;
  readonly promoterName: string;
}

/** Decides on one commission; everything that shows it, or counts what waits, is asked for anew. */
export function useDecisions() {
  const words = useWords(commissionWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const refresh = useCallback(() => {
    for (const room of ['commission', 'waiting', 'promoters', 'reporting'])
      void client.invalidateQueries({ queryKey: [room] });
  }, [client]);
  const approve = useCallback(
    async (commission: Decidable, reason?: string): Promise<boolean> => {
      try {
        await call(routes.commission.approve, { params: { id: commission.id }, body: reason ? { reason } : {} });
        message.success(words.approved(moneyString(commission.net, commission.currency), commission.promoterName));
        refresh();
        return true;
      } catch (error) {
        report(error);
        return false;
      }
    },
    [message, words, refresh, report],
  );
  const reject = useCallback(
    async (commission: Decidable, reason: string) => {
      await call(routes.commission.reject, { params: { id: commission.id }, body: { reason } });
      message.success(words.rejected(moneyString(commission.net, commission.currency), commission.promoterName));
      refresh();
    },
    [message, words, refresh],
  );
  return useMemo(() => ({ approve, reject, refresh }), [approve, reject, refresh]);
}
