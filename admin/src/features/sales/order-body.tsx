import {
  commissionKindWords,
  commissionStatusWords,
  orderTypeWords,
  sourceWords,
  unresolvedWords,
} from '@fenrun/contracts/labels';
import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { LifeLine, type LifeStep } from '../../kit/panel/life-line';
import { Facts, PanelSection } from '../../kit/panel/side-panel';
import { Notice } from '../../kit/states/notice';
import { Quiet } from '../../kit/text';
import { TextButton } from '../../kit/text-button';
import { TimeText } from '../../kit/time/time-text';
import styles from './order-body.module.css';
import { OrderGoods } from './order-goods';
import { OrderMoves } from './order-moves';
import { OrderStatus } from './order-status';
import type { OrderDetail } from './types';
import { salesWords } from './words';

export function OrderBody({ order, onAssign }: { order: OrderDetail; onAssign: () => void }) {
  const words = useWords(salesWords);
  const language = useLanguage();
  const { customer } = order;
  return (
    <>
      <div className={styles.hero}>
        <MoneyText amount={order.total} currency={order.currency} size="hero" />
        <OrderStatus order={order} isTag />
      </div>
      <p className={styles.who}>
        {customer ? [customer.name, customer.phone ?? customer.outsideId].filter(Boolean).join(' ') : words.noCustomer}
        <Quiet>
          {' · '}
          {[...new Set([sourceWords[order.source][language], orderTypeWords[order.type][language]])].join(' · ')}
        </Quiet>
      </p>
      <LifeLine label={words.state} steps={useSteps(order)} />
      {order.unresolved.map((open) => (
        <div key={`${open.what}:${open.value}`} className={styles.notice}>
          <Notice tone="warn">
            <strong>{words.unresolvedTitle(unresolvedWords[open.what][language], open.value)}</strong>{' '}
            {open.what === 'promoter' && order.can.assign ? (
              <TextButton onClick={onAssign}>{words.assign}</TextButton>
            ) : null}
          </Notice>
        </div>
      ))}
      <PanelSection title={words.lines}>
        <OrderGoods order={order} />
      </PanelSection>
      <PanelSection title={words.attribution}>
        <p className={styles.sentence}>
          {order.attribution.promoter ? (
            <Link to={`/promoters/${encodeURIComponent(order.attribution.promoter)}`}>
              {order.attribution.promoterName ?? order.attribution.promoter}
            </Link>
          ) : (
            words.noPromoter
          )}
          {order.attribution.text ? <Quiet> {order.attribution.text}</Quiet> : null}
        </p>
      </PanelSection>
      <PanelSection title={words.commissions}>
        {order.commissions.length === 0 ? (
          <p className={styles.sentence}>
            <Quiet>{order.settled ? words.noCommissions : words.notSettled}</Quiet>
          </p>
        ) : (
          <ul className={styles.rows}>
            {order.commissions.map((commission) => (
              <li key={commission.id}>
                <Link to={`/commissions?open=${encodeURIComponent(commission.id)}`}>{commission.promoter.name}</Link>
                <Quiet>
                  {wordOf(commissionKindWords, commission.kind, language)} ·{' '}
                  {wordOf(commissionStatusWords, commission.status, language)}
                </Quiet>
                <span className={styles.right}>
                  <MoneyText amount={commission.net} currency={order.currency} size="row" />
                </span>
              </li>
            ))}
          </ul>
        )}
      </PanelSection>
      <OrderMoves order={order} />
      <PanelSection title={words.facts}>
        <Facts
          items={[
            [words.recordedAt, <TimeText key="recorded" at={order.recordedAt} />],
            [words.coupons, order.coupons.join(', ')],
            [words.campaign, order.campaignName],
            [
              words.subscription,
              order.subscription
                ? `${order.subscription} ${order.sequence ? words.sequence(order.sequence) : ''}`
                : null,
            ],
            [words.subId, order.subId],
            [words.country, order.country],
            [
              words.payment,
              order.payment ? [order.payment.channel, order.payment.transactionId].filter(Boolean).join(' ') : null,
            ],
            [words.remark, order.remark],
          ]}
        />
      </PanelSection>
    </>
  );
}

function wordOf(
  words: Readonly<Record<string, { zh: string; en: string }>>,
  key: string,
  language: 'zh' | 'en',
): string {
  return words[key]?.[language] ?? key;
}

function useSteps(order: OrderDetail): readonly LifeStep[] {
  const words = useWords(salesWords);
  const shippedAt = order.shipment?.shippedAt;
  const isDone = order.completedAt !== null;
  const isOpen = order.refunded !== 'wholly';
  const paid: LifeStep = { key: 'paid', title: words.paid, state: 'done', when: <TimeText at={order.paidAt} /> };
  const shipped: LifeStep = {
    key: 'shipped',
    title: words.shipped,
    state: shippedAt ? 'done' : isDone || !order.can.ship ? 'next' : 'now',
    when: shippedAt ? <TimeText at={shippedAt} /> : order.source === 'shop' ? words.shippedNext : words.notShipped,
  };
  const completed: LifeStep = {
    key: 'completed',
    title: words.completed,
    state: isDone ? 'done' : isOpen && (shippedAt || order.source !== 'shop') ? 'now' : 'next',
    when: order.completedAt ? <TimeText at={order.completedAt} /> : words.afterReceipt,
    how:
      !order.completedAt && order.autoCompletesAt ? (
        <>
          <TimeText at={order.autoCompletesAt} /> {words.completesAt}
        </>
      ) : undefined,
  };
  return order.source === 'shop' ? [paid, shipped, completed] : [paid, completed];
}
