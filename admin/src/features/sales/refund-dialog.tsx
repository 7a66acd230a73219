import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Input, InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { subtractAmounts } from '../../kit/money/money-sum';
import { Notice } from '../../kit/states/notice';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { type BodyOf, call } from '../../lib/call';
import styles from './order-body.module.css';
import type { OrderDetail, OrderLine } from './types';
import { salesWords } from './words';

type Mode = 'all' | 'lines' | 'amounts';
type Values = Readonly<Record<number, string | null>>;

/** Refunds all that is left, some pieces, or parts of lines; the money goes back the way it came. */
export function RefundDialog({ order, onClose }: { order: OrderDetail; onClose: () => void }) {
  const words = useWords(salesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [mode, setMode] = useState<Mode>('all');
  const [values, setValues] = useState<Values>({});
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const body = refundBody(mode, values, order.lines, reason);
  const choose = (next: Mode) => {
    setMode(next);
    setValues({});
  };
  const confirm = async () => {
    if (!body) return;
    setBusy(true);
    try {
      await call(routes.sales.refund, { params: { id: order.id }, body });
      message.success(words.refundDone);
      await client.invalidateQueries({ queryKey: ['sales'] });
      void client.invalidateQueries({ queryKey: ['commission'] });
      onClose();
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  const modes = [
    { value: 'all', label: words.refundAll },
    { value: 'lines', label: words.refundLines },
    { value: 'amounts', label: words.refundAmounts },
  ] as const;
  return (
    <Modal
      open
      title={words.refundTitle}
      width={520}
      onCancel={onClose}
      okText={words.refundConfirm}
      cancelText={words.cancel}
      okButtonProps={{ danger: true, disabled: !body, loading: isBusy }}
      onOk={confirm}
    >
      <Notice tone="plain">{order.payment ? words.refundViaPay : words.refundBooksOnly}</Notice>
      <div className={styles.modes}>
        <Segmented<Mode> options={[...modes]} value={mode} onChange={choose} />
      </div>
      {mode === 'all' ? (
        <p className={styles.sentence}>{words.refundAllDetail}</p>
      ) : (
        order.lines.map((line) => (
          <RefundLine
            key={line.index}
            line={line}
            mode={mode}
            currency={order.currency}
            value={values[line.index] ?? null}
            onChange={(value) => setValues({ ...values, [line.index]: value })}
          />
        ))
      )}
      <Input
        className={styles.reason}
        placeholder={words.refundReason}
        aria-label={words.refundReason}
        maxLength={80}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
    </Modal>
  );
}

interface RefundLineProps {
  line: OrderLine;
  mode: 'lines' | 'amounts';
  currency: string;
  value: string | null;
  onChange: (value: string | null) => void;
}

function RefundLine({ line, mode, currency, value, onChange }: RefundLineProps) {
  const words = useWords(salesWords);
  const left = Math.max(0, line.quantity - line.refundedQuantity);
  const leftAmount = subtractAmounts(line.base ?? '0', line.refundedAmount, currency);
  const hint = mode === 'lines' ? words.refundLeft(left) : words.refundLeftAmount(moneyString(leftAmount, currency));
  return (
    <div className={styles.refundLine}>
      <div className={styles.goodsText}>
        <div className={styles.goodsName}>{line.name ?? line.sku}</div>
        <div className={styles.hint}>{hint}</div>
      </div>
      <div className={styles.right}>
        <InputNumber<string>
          stringMode
          min="0"
          max={mode === 'lines' ? String(left) : leftAmount}
          precision={mode === 'lines' ? 0 : undefined}
          disabled={mode === 'lines' ? left === 0 : false}
          aria-label={`${line.name ?? line.sku}, ${hint}`}
          value={value}
          onChange={onChange}
        />
      </div>
    </div>
  );
}

/** What the form asks for, or null while it asks for nothing. */
function refundBody(
  mode: Mode,
  values: Values,
  lines: readonly OrderLine[],
  reason: string,
): BodyOf<'sales.refund'> | null {
  const why = { reason: reason.trim() || null };
  if (mode === 'all') return why;
  const asked = lines.flatMap((line) => {
    const value = values[line.index];
    return value && Number(value) > 0 ? [{ sku: line.sku, value }] : [];
  });
  if (asked.length === 0) return null;
  if (mode === 'lines') return { ...why, lines: asked.map(({ sku, value }) => ({ sku, quantity: Number(value) })) };
  return { ...why, amounts: asked.map(({ sku, value }) => ({ sku, amount: value })) };
}
