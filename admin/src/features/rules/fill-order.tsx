import { routes } from '@fenrun/contracts/routes';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { FindSelect } from '../../kit/form/find-select';
import { useWords } from '../../kit/i18n/words';
import type { Option } from '../../kit/list/filters';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { type AnswerOf, call } from '../../lib/call';
import styles from './trial.module.css';
import { trialWords } from './trial-words';
import { draftOfOrder, type OrderDraft } from './tried-order';

/** Takes the fields of an order that really was. */
export function FillOrder({ onFill }: { onFill: (order: OrderDraft) => void }) {
  const words = useWords(trialWords);
  const report = useProblemMessage();
  const [isOpen, setOpen] = useState(false);
  const fill = async (id: string | undefined) => {
    if (!id) return;
    try {
      const order = await call(routes.sales.read, { params: { id } });
      onFill(draftOfOrder(order, await customerOf(order)));
      setOpen(false);
    } catch (error) {
      report(error);
    }
  };
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={isOpen}
      onOpenChange={setOpen}
      destroyOnHidden
      content={
        <div className={styles.fill}>
          <FindSelect
            id="trial-order"
            find={findOrders}
            onChange={(id) => void fill(id)}
            placeholder={words.fillHint}
            label={words.fill}
            autoFocus
          />
        </div>
      }
    >
      <Button type="text" aria-expanded={isOpen}>
        {words.fill}
      </Button>
    </Popover>
  );
}

async function findOrders(ask: { text: string } | { value: string }): Promise<readonly Option[]> {
  if ('value' in ask) return [{ value: ask.value, label: ask.value }];
  const { data } = await call(routes.sales.list, { query: { q: ask.text, limit: 8 } });
  return data.map((row) => ({
    value: row.id,
    label: row.id,
    hint: [row.promoterName, row.title].filter(Boolean).join(' · '),
  }));
}

/** Whether the customer was new then: his first order is this one, or none is earlier. */
async function customerOf({ customer, paidAt }: AnswerOf<'sales.read'>): Promise<OrderDraft['customer']> {
  if (!customer) return null;
  const found = await call(routes.customers.read, { params: { id: customer.id } }).catch(() => null);
  if (!found?.firstOrderAt) return null;
  return Date.parse(found.firstOrderAt) < Date.parse(paidAt) ? 'returning' : 'new';
}
