import { Button } from 'antd';
import { useState } from 'react';
import { Can } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { type ChosenSales, RecalculateDialog } from './recalculate-dialog';
import { recalculationWords } from './words';

interface RecalculateButtonProps {
  /** One sale; without it the dialog asks which. */
  order?: string;
  /** What the list is filtered to. */
  suggested?: Partial<NonNullable<ChosenSales['filter']>>;
}

/** The door to a recalculation, beside a list or at the foot of one commission. */
export function RecalculateButton({ order, suggested }: RecalculateButtonProps) {
  const words = useWords(recalculationWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <Can do="decide">
      <Button title={words.open} onClick={() => setOpen(true)}>
        {words.openShort}
      </Button>
      {isOpen ? (
        <RecalculateDialog
          sales={order === undefined ? null : { orders: [order] }}
          suggested={suggested}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </Can>
  );
}
