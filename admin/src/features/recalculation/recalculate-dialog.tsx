import { Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import type { BodyOf } from '../../lib/call';
import { ChooseSales } from './choose-sales';
import { RecalculationPreview } from './recalculation-preview';
import { recalculationWords } from './words';

/** Which sales: by their ids, or all paid in a window, of one promoter or product if given. */
export type ChosenSales = Pick<BodyOf<'recalculation.preview'>, 'orders' | 'filter'>;

interface RecalculateDialogProps {
  /** Null asks first. */
  sales: ChosenSales | null;
  /** What the question starts with, from the filter of the list. */
  suggested?: Partial<NonNullable<ChosenSales['filter']>>;
  onClose: () => void;
}

/** Decides past sales again by today's rules: which ones, what it would change, why, and then it is done. */
export function RecalculateDialog({ sales, suggested, onClose }: RecalculateDialogProps) {
  const words = useWords(recalculationWords);
  const [asked, setAsked] = useState<ChosenSales | null>(sales);
  return (
    <Modal open title={words.title} footer={null} width={760} onCancel={onClose} destroyOnHidden>
      <p style={{ marginBottom: 16, color: 'var(--ink2)' }}>{words.intro}</p>
      {asked === null ? (
        <ChooseSales suggested={suggested} onChoose={setAsked} onCancel={onClose} />
      ) : (
        <RecalculationPreview
          sales={asked}
          onBack={sales === null ? () => setAsked(null) : undefined}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}
