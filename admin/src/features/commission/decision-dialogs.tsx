import { ReasonDialog } from '../../kit/form/reason-dialog';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { type Decidable, useDecisions } from './use-decisions';
import { commissionWords } from './words';

interface DialogProps {
  commission: Decidable | null;
  onDone: () => void;
  onClose: () => void;
}

export function RejectDialog({ commission, onDone, onClose }: DialogProps) {
  const words = useWords(commissionWords);
  const { reject } = useDecisions();
  return (
    <ReasonDialog
      isOpen={commission !== null}
      title={
        commission ? words.rejectTitle(moneyString(commission.net, commission.currency), commission.promoterName) : ''
      }
      label={words.reasonLabel}
      usual={words.rejectUsual}
      confirmLabel={words.rejectConfirm}
      isDanger
      onConfirm={async (reason) => {
        if (!commission) return;
        await reject(commission, reason);
        onDone();
      }}
      onClose={onClose}
    >
      {words.rejectDetail}
    </ReasonDialog>
  );
}

/** For what is not due yet, or was rejected by a rule: a person may approve it, and says why. */
export function ApproveWithReasonDialog({ commission, onDone, onClose }: DialogProps) {
  const words = useWords(commissionWords);
  const { approve } = useDecisions();
  return (
    <ReasonDialog
      isOpen={commission !== null}
      title={commission ? words.approveTitle(moneyString(commission.net, commission.currency)) : ''}
      label={words.reasonLabel}
      confirmLabel={words.approve}
      onConfirm={async (reason) => {
        if (commission && (await approve(commission, reason))) onDone();
      }}
      onClose={onClose}
    >
      {words.approveDetail}
    </ReasonDialog>
  );
}
