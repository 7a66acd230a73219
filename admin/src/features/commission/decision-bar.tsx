import { Button } from 'antd';
import { useState } from 'react';
import { ReasonDialog } from '../../kit/form/reason-dialog';
import { useLanguage } from '../../kit/i18n/language';
import { bold, useWords } from '../../kit/i18n/words';
import { BulkBar } from '../../kit/list/bulk-bar';
import { countText } from '../../kit/list/list-page';
import type { Selection } from '../../kit/list/selection';
import { moneyString } from '../../kit/money/money-format';
import { sumAmounts } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { useZone } from '../../kit/time/zone-context';
import styles from './decision-bar.module.css';
import { DecisionPreviewList } from './decision-preview-list';
import type { CommissionRow, CommissionTotals } from './types';
import { useBulkDecision } from './use-bulk-decision';
import type { CommissionFilter } from './use-commission-list';
import { commissionWords } from './words';

interface DecisionBarProps {
  selection: Selection;
  rows: readonly CommissionRow[];
  totals: CommissionTotals | undefined;
  filter: CommissionFilter;
}

/** What is selected, what approving it will do to the cent, and the two decisions. */
export function DecisionBar({ selection, rows, totals, filter }: DecisionBarProps) {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const report = useProblemMessage();
  const { currency } = useZone();
  const [isPreviewOpen, setPreviewOpen] = useState(false);
  const [isRejecting, setRejecting] = useState(false);
  const bulk = useBulkDecision(selection, filter);
  const picked = rows.filter((row) => selection.ids.has(row.id));
  const count = selection.isAll ? (totals?.count ?? 0) : selection.ids.size;
  const sum = selection.isAll
    ? (totals?.net ?? '0')
    : sumAmounts(
        picked.map((row) => row.net),
        currency,
      );
  const preview = bulk.preview;
  const approve = () => {
    setPreviewOpen(false);
    bulk.decide('approve').catch(report);
  };
  const facts = (
    <>
      <span>{words.selected(count)}</span>
      <MoneyText amount={sum} size="bulk" />
      {preview ? (
        <span className={styles.extra}>
          {words.people(preview.byPromoter.length)}
          {preview.leftOut.length > 0 ? (
            <span className={styles.held}>，{words.held(preview.leftOut.length)}</span>
          ) : null}
        </span>
      ) : null}
      {!selection.isAll && totals && totals.count > count ? (
        <Button type="link" size="small" className={styles.all} onClick={selection.selectAll}>
          {words.selectAll(countText(totals.count, language))}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <BulkBar
        facts={facts}
        onClear={selection.clear}
        preview={
          preview
            ? {
                label: words.preview,
                content: <DecisionPreviewList preview={preview} />,
                isOpen: isPreviewOpen,
                onToggle: setPreviewOpen,
              }
            : undefined
        }
        actions={
          <>
            <Button danger onClick={() => setRejecting(true)}>
              {words.reject}
            </Button>
            <Button type="primary" disabled={!preview || preview.count === 0} loading={bulk.isBusy} onClick={approve}>
              {preview ? (
                <>
                  <span className={styles.long}>
                    {words.approveMany(preview.count, moneyString(preview.net, currency))}
                  </span>
                  <span className={styles.short}>{words.approveCount(preview.count)}</span>
                </>
              ) : (
                words.approve
              )}
            </Button>
          </>
        }
      />
      <ReasonDialog
        isOpen={isRejecting}
        title={words.rejectManyTitle(count)}
        label={words.reasonLabel}
        usual={words.rejectUsual}
        confirmLabel={words.rejectConfirm}
        isDanger
        onConfirm={(reason) => bulk.decide('reject', reason)}
        onClose={() => setRejecting(false)}
      >
        {bold(moneyString(sum, currency))} · {words.rejectDetail}
      </ReasonDialog>
    </>
  );
}
