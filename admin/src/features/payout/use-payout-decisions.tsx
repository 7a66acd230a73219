import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '../../kit/form/reason-dialog';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import type { PayoutDetail } from './types';
import { payoutWords } from './words';

type Asked = 'reject' | 'cancel' | 'failed';

/** Approves, rejects, cancels, and records how a bank or manual transfer ended. WeChat tells its own results. */
export function usePayoutDecisions(payout: PayoutDetail, onNext?: () => void) {
  const words = useWords(payoutWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [asked, ask] = useState<Asked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const params = { id: payout.id };
  const amount = moneyString(payout.amount, payout.currency);
  const done = (said: string) => {
    message.success(said);
    for (const room of ['payout', 'promoters', 'waiting', 'commission'])
      void client.invalidateQueries({ queryKey: [room] });
  };
  const run = async (act: () => Promise<unknown>, said: string, after?: () => void) => {
    setBusy(true);
    try {
      await act();
      done(said);
      after?.();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const texts = {
    reject: {
      title: words.rejectTitle(amount, payout.promoterName),
      detail: words.rejectDetail,
      confirm: words.rejectConfirm,
      said: words.rejected,
    },
    cancel: {
      title: words.cancelTitle,
      detail: words.cancelDetail,
      confirm: words.cancelConfirm,
      said: words.cancelled,
    },
    failed: {
      title: words.failedTitle,
      detail: words.failedDetail,
      confirm: words.failedConfirm,
      said: words.resultSaved,
    },
  } as const;
  const text = texts[asked ?? 'reject'];
  const confirm = async (reason: string) => {
    if (asked === 'failed') await call(routes.payout.result, { params, body: { result: 'failed', reason } });
    else if (asked) await call(routes.payout[asked], { params, body: { reason } });
    done(text.said);
  };
  const dialog = (
    <ReasonDialog
      isOpen={asked !== null}
      title={text.title}
      label={words.reason}
      confirmLabel={text.confirm}
      isDanger
      isOptional={asked === 'cancel'}
      onConfirm={confirm}
      onClose={() => ask(null)}
    >
      {text.detail}
    </ReasonDialog>
  );
  return {
    ask,
    isBusy,
    dialog,
    approve: () => run(() => call(routes.payout.approve, { params, body: {} }), words.approved(amount), onNext),
    recordPaid: () => run(() => call(routes.payout.result, { params, body: { result: 'paid' } }), words.resultSaved),
  };
}
