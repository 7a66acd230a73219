import { CheckOutlined } from '@ant-design/icons';
import { layerWords } from '@fenrun/contracts/labels';
import { Button, Segmented, Select } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { signOfAmount } from '../../kit/money/money-sum';
import { MoneyText } from '../../kit/money/money-text';
import styles from './trace.module.css';
import type { Candidate, CommissionDetail, TraceLine } from './types';
import { commissionWords } from './words';

/** How an amount came about: the base as a column of sums, every candidate by layer, the multiplication as it was rounded. */
export function CommissionTrace({ trace, currency }: Pick<CommissionDetail, 'trace' | 'currency'>) {
  const words = useWords(commissionWords);
  const [index, setIndex] = useState(0);
  const line = trace.lines[index] ?? trace.lines[0];
  return (
    <section className={styles.trace}>
      <div className={styles.head}>
        <h3>{words.how}</h3>
        {trace.lines.length > 1 ? (
          <LineSwitch lines={trace.lines} currency={currency} index={index} onChange={setIndex} />
        ) : null}
      </div>
      {trace.nothing ? (
        <p className={styles.nothing}>
          {words.nothing}: {trace.nothing}
        </p>
      ) : null}
      {line ? <LineTrace key={line.index} line={line} currency={currency} orderDiscount={trace.orderDiscount} /> : null}
      <p className={styles.versions}>{words.versions(trace.versions.rules, trace.versions.settings)}</p>
    </section>
  );
}

interface LineSwitchProps {
  lines: readonly TraceLine[];
  currency: string;
  index: number;
  onChange: (index: number) => void;
}

/** Lines of an order with their amounts: side by side while they fit, else in a list. */
function LineSwitch({ lines, currency, index, onChange }: LineSwitchProps) {
  const text = (line: TraceLine) => line.name ?? line.sku;
  const isShort = lines.length <= 3 && lines.reduce((sum, line) => sum + Math.min(text(line).length, 10), 0) <= 18;
  const options = lines.map((line, value) => ({ value, label: `${text(line)} ${moneyString(line.amount, currency)}` }));
  if (isShort) return <Segmented<number> size="small" options={options} value={index} onChange={onChange} />;
  return (
    <Select
      size="small"
      options={options}
      value={index}
      onChange={onChange}
      popupMatchSelectWidth={false}
      style={{ width: 260 }}
    />
  );
}

function LineTrace({ line, currency, orderDiscount }: { line: TraceLine; currency: string; orderDiscount: string }) {
  const words = useWords(commissionWords);
  return (
    <>
      <BaseSum line={line} currency={currency} orderDiscount={orderDiscount} />
      <ol className={styles.layers}>
        {groupByLayer(line.candidates).map(({ layer, candidates }) => (
          <LayerRow key={layer} layer={layer} candidates={candidates} />
        ))}
      </ol>
      <div className={styles.result}>
        <span>{line.computation}</span>
        <MoneyText amount={line.amount} currency={currency} size="section" />
      </div>
      {signOfAmount(line.cut) === 0 ? null : <p className={styles.cut}>{words.cut(moneyString(line.cut, currency))}</p>}
    </>
  );
}

function BaseSum({ line, currency, orderDiscount }: { line: TraceLine; currency: string; orderDiscount: string }) {
  const words = useWords(commissionWords);
  const { breakdown } = line;
  const rows: readonly (readonly [string, string])[] = [
    [words.lineDiscount, breakdown.lineDiscount],
    [words.orderDiscount(moneyString(orderDiscount, currency)), breakdown.orderDiscountShare],
    [words.tax, breakdown.tax],
    [words.shippingShare, breakdown.shippingShare],
  ];
  return (
    <dl className={styles.sum}>
      <div>
        <dt>{words.unitPrice(moneyString(breakdown.price, currency), breakdown.quantity)}</dt>
        <dd>
          <MoneyText amount={breakdown.goods} currency={currency} size="text" bare />
        </dd>
      </div>
      {rows
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
        <dt>{breakdown.excluded ? `${words.baseSum} · ${words.excluded}` : words.baseSum}</dt>
        <dd>
          <MoneyText amount={breakdown.base} currency={currency} size="text" />
        </dd>
      </div>
    </dl>
  );
}

const numbered = ['sales_match', 'individual', 'group', 'tier_bonus', 'default'] as const;
type Layer = Candidate['layer'];

function groupByLayer(candidates: readonly Candidate[]): readonly { layer: Layer; candidates: readonly Candidate[] }[] {
  const order = Object.keys(layerWords) as Layer[];
  return order
    .map((layer) => ({ layer, candidates: candidates.filter((candidate) => candidate.layer === layer) }))
    .filter((group) => group.candidates.length > 0);
}

/** Losers of a layer that are shown before the rest is folded. */
const losersShown = 3;

function LayerRow({ layer, candidates }: { layer: Layer; candidates: readonly Candidate[] }) {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const [isOpen, setOpen] = useState(false);
  const winner = candidates.find((candidate) => candidate.won);
  const losers = candidates.filter((candidate) => !candidate.won);
  const shown = isOpen ? losers : losers.slice(0, losersShown);
  const place = numbered.indexOf(layer as (typeof numbered)[number]) + 1;
  return (
    <li className={styles.layer}>
      <div className={`${styles.layerName} ${winner ? styles.layerWon : ''}`}>
        {place > 0 ? <span className={styles.layerNumber}>{place}</span> : null}
        {layerWords[layer][language]}
      </div>
      <div className={styles.candidates}>
        {winner ? <CandidateRow candidate={winner} /> : null}
        {shown.map((candidate) => (
          <CandidateRow key={candidate.rule} candidate={candidate} />
        ))}
        {losers.length > shown.length ? (
          <Button type="link" size="small" className={styles.fold} onClick={() => setOpen(true)}>
            {words.foldedLosers(losers.length - shown.length)}
          </Button>
        ) : null}
      </div>
    </li>
  );
}

function CandidateRow({ candidate }: { candidate: Candidate }) {
  const words = useWords(commissionWords);
  const isDecidedAbove = candidate.reason === 'lower_layer';
  const className = [styles.candidate, candidate.won ? styles.winner : '', isDecidedAbove ? styles.below : ''].join(
    ' ',
  );
  return (
    <div className={className}>
      <div className={styles.candidateText}>
        <div>
          {candidate.sentence}
          {isDecidedAbove ? <span className={styles.reason}> {candidate.reasonText ?? words.decided}</span> : null}
        </div>
        {candidate.won ? (
          <div className={styles.wonText}>
            <CheckOutlined /> {candidate.reasonText ?? words.won}
          </div>
        ) : isDecidedAbove ? null : (
          <div className={styles.reason}>{candidate.reasonText ?? candidate.reason}</div>
        )}
      </div>
      <span className={styles.rate}>{candidate.rate}</span>
    </div>
  );
}
