import { Button, Input, Modal } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { useWords } from '../i18n/words';
import { useProblemMessage } from '../states/use-problem-message';
import { kitWords } from '../words';
import styles from './form.module.css';

interface ReasonDialogProps {
  isOpen: boolean;
  title: string;
  /** What will follow from it, for whom. */
  children?: ReactNode;
  label: string;
  /** Reasons given often: a click writes one into the field. */
  usual?: readonly string[];
  confirmLabel: string;
  isDanger?: boolean;
  isOptional?: boolean;
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks why. The answer is kept with the decision and, where it concerns them, shown to the person decided about. */
export function ReasonDialog(props: ReasonDialogProps) {
  const words = useWords(kitWords);
  const report = useProblemMessage();
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  useEffect(() => {
    if (props.isOpen) setReason('');
  }, [props.isOpen]);
  const canConfirm = props.isOptional || reason.trim() !== '';
  const confirm = async () => {
    setBusy(true);
    try {
      await props.onConfirm(reason.trim());
      props.onClose();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open={props.isOpen}
      title={props.title}
      onCancel={props.onClose}
      width={440}
      destroyOnHidden
      okText={props.confirmLabel}
      cancelText={words.cancel}
      okButtonProps={{ danger: props.isDanger, disabled: !canConfirm, loading: isBusy }}
      onOk={confirm}
    >
      {props.children ? <div className={styles.dialogText}>{props.children}</div> : null}
      {props.usual ? (
        <div className={styles.reasons}>
          {props.usual.map((usual) => (
            <Button key={usual} size="small" onClick={() => setReason(usual)}>
              {usual}
            </Button>
          ))}
        </div>
      ) : null}
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={500}
        aria-label={props.label}
        placeholder={props.label}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}
