import { refundStateWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { Facts, PanelSection } from '../../kit/panel/side-panel';
import { StatusText, type Tone } from '../../kit/panel/status-tag';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import styles from './order-body.module.css';
import type { OrderDetail } from './types';
import { salesWords } from './words';

const refundTones = { processing: 'warn', succeeded: 'plain', failed: 'risk', waiting: 'warn' } satisfies Record<
  OrderDetail['refunds'][number]['state'],
  Tone
>;

/** What moved after the sale: the parcel out, the money back. */
export function OrderMoves({ order }: { order: OrderDetail }) {
  const words = useWords(salesWords);
  const language = useLanguage();
  const { shipment, address } = order;
  return (
    <>
      {shipment || address ? (
        <PanelSection title={words.shipment}>
          <Facts
            items={[
              shipment ? [words.carrier, `${shipment.carrierName} ${shipment.trackingNumber}`] : null,
              shipment && shipment.reported !== 'not_needed'
                ? [
                    'WeChat',
                    <StatusText
                      key="reported"
                      tone={shipment.reported === 'failed' ? 'risk' : 'plain'}
                      next={shipment.problem}
                    >
                      {words.reported[shipment.reported]}
                    </StatusText>,
                  ]
                : null,
              address ? [words.address, `${address.name} ${address.phone}, ${address.region} ${address.detail}`] : null,
            ]}
          />
        </PanelSection>
      ) : null}
      {order.refunds.length > 0 ? (
        <PanelSection title={words.refunds}>
          <ul className={styles.rows}>
            {order.refunds.map((refund) => (
              <li key={refund.id}>
                <TimeText at={refund.at} />
                <StatusText tone={refundTones[refund.state]} next={refund.problem ?? refund.reason}>
                  {refundStateWords[refund.state][language]}
                </StatusText>
                <Quiet>
                  {refund.lines.map((line) => `${line.sku}${line.quantity ? ` × ${line.quantity}` : ''}`).join(', ')}
                </Quiet>
                <span className={styles.right}>
                  <MoneyText amount={refund.amount} currency={order.currency} />
                </span>
              </li>
            ))}
          </ul>
        </PanelSection>
      ) : null}
    </>
  );
}
