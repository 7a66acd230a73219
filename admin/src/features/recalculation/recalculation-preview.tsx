import { routes } from '@fenrun/contracts/routes';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { useZone } from '../../kit/time/zone-context';
import { type AnswerOf, call } from '../../lib/call';
import { isProblem } from '../../lib/problem';
import type { ChosenSales } from './recalculate-dialog';
import styles from './recalculation.module.css';
import { RecalculationRows } from './recalculation-rows';
import { recalculationWords } from './words';

export type Recalculation = AnswerOf<'recalculation.preview'>;

interface RecalculationPreviewProps {
  sales: ChosenSales;
  onBack?: () => void;
  onClose: () => void;
}

/** What today's rules would change, row by row; with a reason it is posted, and what came of it stays in view. */
export function RecalculationPreview({ sales, onBack, onClose }: RecalculationPreviewProps) {
  const words = useWords(recalculationWords);
  const query = useQuery({
    queryKey: ['recalculation', sales],
    queryFn: ({ signal }) => call(routes.recalculation.preview, { body: sales, signal }),
    gcTime: 0,
  });
  const { run, isBehind } = useRun(sales, () => void query.refetch());
  if (query.error)
    return <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />;
  if (query.isFetching || !query.data) return <LinesSkeleton lines={6} />;
  const preview = run.data ?? query.data;
  const isDone = run.data !== undefined;
  return (
    <>
      {isBehind && !isDone ? <Notice tone="warn">{words.meanwhile}</Notice> : null}
      <Summary outcome={preview} isDone={isDone} />
      <RecalculationRows outcome={preview} />
      <Confirm
        preview={preview}
        isOffered={preview.changed > 0 && !isDone}
        isBusy={run.isPending}
        onRun={(reason) => run.mutate({ reason, bookVersion: preview.bookVersion })}
      >
        {onBack && !isDone ? <Button onClick={onBack}>{words.back}</Button> : null}
        <Button onClick={onClose}>{words.close}</Button>
      </Confirm>
    </>
  );
}

function useRun(sales: ChosenSales, onBehind: () => void) {
  const words = useWords(recalculationWords);
  const client = useQueryClient();
  const { currency } = useZone();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [isBehind, setBehind] = useState(false);
  const run = useMutation({
    mutationFn: (asked: { reason: string; bookVersion: number }) =>
      call(routes.recalculation.run, { body: { ...sales, ...asked } }),
    onSuccess: (done) => {
      message.success(words.done(done.changed, moneyString(done.difference, currency, { signed: true })));
      for (const room of ['commission', 'sales', 'promoters', 'reporting'])
        void client.invalidateQueries({ queryKey: [room] });
    },
    onError: (error) => {
      if (!isProblem(error) || error.code !== 'changed-meanwhile') return report(error);
      setBehind(true);
      onBehind();
    },
  });
  return { run, isBehind };
}

function Summary({ outcome, isDone }: { outcome: Recalculation; isDone: boolean }) {
  const words = useWords(recalculationWords);
  const { currency } = useZone();
  const { sales, changed } = outcome;
  if (sales === 0) return <p className={styles.said}>{words.nothing}</p>;
  if (changed === 0) return <p className={styles.said}>{words.noChange(sales)}</p>;
  return (
    <div className={styles.said}>
      <p>
        {isDone
          ? words.done(changed, moneyString(outcome.difference, currency, { signed: true }))
          : words.headline(changed, sales)}
      </p>
      <p>
        {words.amounts(
          <MoneyText key="old" amount={outcome.old} size="text-strong" />,
          <MoneyText key="new" amount={outcome.new} size="text-strong" />,
          <MoneyText key="difference" amount={outcome.difference} size="section" signed />,
        )}
      </p>
    </div>
  );
}

interface ConfirmProps {
  preview: Recalculation;
  isOffered: boolean;
  isBusy: boolean;
  onRun: (reason: string) => void;
  /** The other ways out. */
  children: ReactNode;
}

function Confirm({ preview, isOffered, isBusy, onRun, children }: ConfirmProps) {
  const words = useWords(recalculationWords);
  const { currency } = useZone();
  const [reason, setReason] = useState('');
  if (!isOffered) return <div className={styles.buttons}>{children}</div>;
  return (
    <div className={styles.confirm}>
      {preview.rows.some((row) => row.difference.startsWith('-')) ? <p className={styles.hint}>{words.debt}</p> : null}
      <Input.TextArea
        rows={2}
        maxLength={500}
        aria-label={words.reason}
        placeholder={words.reason}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.buttons}>
        <Button type="primary" disabled={reason.trim() === ''} loading={isBusy} onClick={() => onRun(reason.trim())}>
          {words.run(preview.changed, moneyString(preview.difference, currency, { signed: true }))}
        </Button>
        {children}
      </div>
    </div>
  );
}
