import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ReasonDialog } from '../../kit/form/reason-dialog';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import styles from './layers.module.css';
import type { Rule } from './types';
import { rulesWords } from './words';

/** Says what ending a rule does and what it paid lately, before it is done: it cannot be taken back. */
export function EndRuleDialog({ rule, onClose }: { rule: Rule; onClose: () => void }) {
  const words = useWords(rulesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const { currency } = useZone();
  const { data } = useQuery({
    queryKey: ['rules', 'one', rule.id],
    queryFn: ({ signal }) => call(routes.rules.read, { params: { id: rule.id }, signal }),
  });
  const end = async (note: string) => {
    await call(routes.rules.end, {
      params: { id: rule.id },
      body: { version: rule.version, note: note || undefined },
    });
    message.success(words.ended);
    void client.invalidateQueries({ queryKey: ['rules'] });
  };
  return (
    <ReasonDialog
      isOpen
      title={words.endTitle}
      label={words.endNote}
      confirmLabel={words.endConfirm}
      isDanger
      isOptional
      onConfirm={end}
      onClose={onClose}
    >
      <strong>
        {rule.sentence} {rule.rateText}
      </strong>
      <p className={styles.dialogLine}>{rule.state === 'coming' ? words.endNever : words.endWhat}</p>
      {data && rule.state !== 'coming' ? (
        <p className={styles.dialogLine}>
          {data.won.orders > 0
            ? words.endWon(data.won.orders, moneyString(data.won.amount, currency))
            : words.endNotWon}
        </p>
      ) : null}
      <p className={styles.dialogLine}>{words.endFinal}</p>
    </ReasonDialog>
  );
}
