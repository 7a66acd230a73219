import { orderStateWords, refundedWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { StatusTag, StatusText, type Tone } from '../../kit/panel/status-tag';
import type { OrderRow } from './types';

const tones = { paid: 'accent', shipped: 'accent', completed: 'plain' } satisfies Record<OrderRow['state'], Tone>;

/** Where the order stands; a refund is said beside it, because it changes what everybody gets. */
export function OrderStatus({ order, isTag }: { order: Pick<OrderRow, 'state' | 'refunded'>; isTag?: boolean }) {
  const language = useLanguage();
  const word = orderStateWords[order.state][language];
  const refund = order.refunded === 'none' ? null : refundedWords[order.refunded][language];
  if (!isTag) {
    return (
      <StatusText tone={tones[order.state]} next={refund}>
        {word}
      </StatusText>
    );
  }
  return (
    <>
      <StatusTag tone={order.state === 'completed' ? 'ok' : 'accent'}>{word}</StatusTag>
      {refund ? <StatusTag tone="risk">{refund}</StatusTag> : null}
    </>
  );
}
