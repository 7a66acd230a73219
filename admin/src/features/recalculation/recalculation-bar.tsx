import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { BulkBar } from '../../kit/list/bulk-bar';
import type { Selection } from '../../kit/list/selection';
import { RecalculateDialog } from './recalculate-dialog';
import { recalculationWords } from './words';

interface RecalculationBarProps {
  selection: Selection;
  /** The sales of the rows that are selected; one may stand behind several rows. */
  orders: readonly string[];
}

/** What can be done with selected sales or commissions: to reckon their sales again. */
export function RecalculationBar({ selection, orders }: RecalculationBarProps) {
  const words = useWords(recalculationWords);
  const [isOpen, setOpen] = useState(false);
  const distinct = [...new Set(orders)];
  return (
    <>
      <BulkBar
        facts={<span>{words.selected(distinct.length)}</span>}
        onClear={selection.clear}
        actions={
          <Button type="primary" onClick={() => setOpen(true)}>
            {words.open}
          </Button>
        }
      />
      {isOpen ? <RecalculateDialog sales={{ orders: distinct }} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
