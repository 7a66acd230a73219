import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { negateAmount, signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import { Picture } from '../../kit/picture';
import styles from './order-body.module.css';
import type { OrderDetail, OrderLine } from './types';
import { salesWords } from './words';

/** The lines with what each is the base of, and the sum as a column. */
export function OrderGoods({ order }: { order: OrderDetail }) {
  const words = useWords(salesWords);
  const { currency } = order;
  const rest: readonly (readonly [string, string])[] = [
    [words.orderDiscount, negateAmount(order.discount, currency)],
    [words.shippingFee, order.shipping],
  ];
  return (
    <>
      <ul className={styles.goods}>
        {order.lines.map((line) => (
          <GoodsLine key={line.index} line={line} currency={currency} />
        ))}
      </ul>
      <dl className={styles.sum}>
        {rest
          .filter(([, amount]) => signOfAmount(amount) !== 0)
          .map(([name, amount]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>
                <MoneyText amount={amount} currency={currency} size="text" bare />
              </dd>
            </div>
          ))}
        <div className={styles.sumLast}>
          <dt>{words.total}</dt>
          <dd>
            <MoneyText amount={order.total} currency={currency} size="text" />
          </dd>
        </div>
        {signOfAmount(order.refundedAmount) === 0 ? null : (
          <div>
            <dt>{words.refundedSum}</dt>
            <dd>
              <MoneyText
                amount={negateAmount(order.refundedAmount, currency)}
                currency={currency}
                size="text"
                tone="risk"
              />
            </dd>
          </div>
        )}
      </dl>
    </>
  );
}

function GoodsLine({ line, currency }: { line: OrderLine; currency: string }) {
  const words = useWords(salesWords);
  const hints = [
    words.linePrice(moneyString(line.price, currency), line.quantity),
    signOfAmount(line.discount) === 0 ? '' : words.lineDiscount(moneyString(line.discount, currency)),
    line.refundedQuantity > 0 ? words.lineRefunded(line.refundedQuantity) : '',
  ];
  return (
    <li>
      <Picture src={line.image} alt="" size={40} />
      <div className={styles.goodsText}>
        <div className={styles.goodsName}>{line.name ?? line.sku}</div>
        <div className={styles.hint}>{hints.filter(Boolean).join(' · ')}</div>
      </div>
      <div className={styles.right}>
        {line.base === null ? null : (
          <span className={styles.hint}>{words.lineBase(moneyString(line.base, currency))}</span>
        )}
      </div>
    </li>
  );
}
