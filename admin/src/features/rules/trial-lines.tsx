import { CloseOutlined } from '@ant-design/icons';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { FindSelect } from '../../kit/form/find-select';
import { useWords } from '../../kit/i18n/words';
import type { Option } from '../../kit/list/filters';
import { currencySymbol, moneyString } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { findSkus } from '../../lib/find-options';
import styles from './trial.module.css';
import { trialWords } from './trial-words';
import { blankLine, type OrderDraft, type TriedLine } from './tried-order';

interface TrialLinesProps {
  order: OrderDraft;
  onChange: (patch: Partial<OrderDraft>) => void;
}

/** What is bought, and what is taken off the whole. */
export function TrialLines({ order, onChange }: TrialLinesProps) {
  const words = useWords(trialWords);
  const { currency } = useZone();
  const symbol = currencySymbol(currency);
  const { lines } = order;
  const put = (index: number, patch: Partial<TriedLine>) =>
    onChange({ lines: lines.map((line, at) => (at === index ? { ...line, ...patch } : line)) });
  return (
    <>
      <div className={styles.goodsHead}>
        {words.goods}
        <Button type="link" size="small" onClick={() => onChange({ lines: [...lines, blankLine] })}>
          {words.addLine}
        </Button>
      </div>
      <div className={styles.goods}>
        {lines.map((line, index) => (
          <LineFields
            key={index}
            line={line}
            onChange={(patch) => put(index, patch)}
            onRemove={lines.length > 1 ? () => onChange({ lines: lines.toSpliced(index, 1) }) : undefined}
          />
        ))}
        <div className={styles.discount}>
          <span>{words.discount}</span>
          <InputNumber<string>
            stringMode
            min="0"
            controls={false}
            variant="borderless"
            aria-label={words.discount}
            placeholder={`${symbol}0`}
            formatter={(value, { userTyping }) => (value ? `\u2212${amountShown(value, userTyping, currency)}` : '')}
            parser={amountTyped}
            value={order.discount}
            onChange={(discount) => onChange({ discount: discount ?? '' })}
          />
        </div>
      </div>
    </>
  );
}

interface LineFieldsProps {
  line: TriedLine;
  onChange: (patch: Partial<TriedLine>) => void;
  onRemove?: () => void;
}

function LineFields({ line, onChange, onRemove }: LineFieldsProps) {
  const words = useWords(trialWords);
  const { currency } = useZone();
  const symbol = currencySymbol(currency);
  const product = useQuery({
    queryKey: ['storefront', 'priced', line.sku],
    queryFn: ({ signal }) => call(routes.storefront.product, { params: { sku: line.sku }, signal }),
    enabled: line.sku !== '',
    retry: false,
  });
  return (
    <div className={styles.good}>
      <FindSelect
        id="trial-sku"
        find={findSkusOrTyped}
        value={line.sku || undefined}
        onChange={(sku) => onChange({ sku: sku ?? '', price: '', category: undefined })}
        placeholder={words.product}
        label={words.product}
        variant="borderless"
      />
      <InputNumber
        min={1}
        precision={0}
        controls={false}
        variant="borderless"
        aria-label={words.quantity}
        value={line.quantity}
        onChange={(quantity) => onChange({ quantity: quantity ?? 1 })}
      />
      <InputNumber<string>
        stringMode
        min="0"
        controls={false}
        variant="borderless"
        aria-label={words.price}
        placeholder={product.data ? `${symbol}${product.data.price}` : words.price}
        formatter={(value, { userTyping }) => amountShown(value, userTyping, currency)}
        parser={amountTyped}
        value={line.price}
        onChange={(price) => onChange({ price: price ?? '' })}
      />
      {onRemove ? (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined style={{ fontSize: 10 }} />}
          aria-label={words.removeLine(product.data?.name ?? line.sku)}
          onClick={onRemove}
        />
      ) : (
        <span />
      )}
    </div>
  );
}

/** While it is typed an amount stands as it is; afterwards with all its digits. */
function amountShown(value: string | number | undefined, isTyping: boolean, currency: string): string {
  if (value === undefined || value === '') return '';
  return isTyping ? `${currencySymbol(currency)}${value}` : moneyString(String(value), currency);
}

const amountTyped = (text: string | undefined): string => (text ?? '').replace(/[^\d.]/g, '');

/** A code that the shop does not sell can be tried too: a merchant may sell elsewhere. */
async function findSkusOrTyped(ask: { text: string } | { value: string }): Promise<readonly Option[]> {
  const found = await findSkus(ask);
  const typed = 'text' in ask ? ask.text.trim() : '';
  if (typed === '' || found.some(({ value }) => value === typed)) return found;
  return [...found, { value: typed, label: typed }];
}
