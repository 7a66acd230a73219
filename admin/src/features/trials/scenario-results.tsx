import { commissionKindWords, commissionStatusWords } from '@fenrun/contracts/labels';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { Section } from '../../kit/shell/section';
import { Quiet, Strong } from '../../kit/text';
import styles from './plan-trial.module.css';
import { planTrialWords } from './plan-trial-words';
import type { PlanTrial } from './use-scenario';

interface Commission {
  readonly order: string;
  readonly promoter: string;
  readonly kind: keyof typeof commissionKindWords;
  readonly amount: string;
  readonly net: string;
  readonly status: keyof typeof commissionStatusWords;
  readonly lines: readonly { readonly rule: string | null }[];
}

interface Person {
  readonly code: string;
  readonly programme?: string;
  readonly level?: number | null;
  readonly group?: string | null;
  readonly pinnedGroup?: boolean;
  readonly pinnedProgramme?: boolean;
  readonly pending?: string;
  readonly available?: string;
}

/** Everything that came out, as tables: each commission and how it was reckoned, and where each promoter stands. */
export function ScenarioResults({ actual, currency }: { actual: PlanTrial['actual']; currency: string }) {
  const words = useWords(planTrialWords);
  const commissions = (actual['commissions'] ?? []) as readonly Commission[];
  const people = peopleOf(actual);
  const commissionColumns = useCommissionColumns(currency);
  const personColumns = usePersonColumns(currency);
  return (
    <>
      <Section title={words.commissions} hint={commissions.length || undefined}>
        {commissions.length === 0 ? (
          <Quiet>{words.noCommissions}</Quiet>
        ) : (
          <MiniTable
            label={words.commissions}
            columns={commissionColumns}
            rows={commissions}
            rowKey={(row) => `${row.order} ${row.promoter} ${row.kind}`}
          />
        )}
      </Section>
      {people.length > 0 ? (
        <Section title={words.promoters}>
          <MiniTable label={words.promoters} columns={personColumns} rows={people} rowKey={(row) => row.code} />
        </Section>
      ) : null}
      <details className={styles.whole}>
        <summary>{words.whole}</summary>
        <pre>{JSON.stringify(actual, null, 2)}</pre>
      </details>
    </>
  );
}

function useCommissionColumns(currency: string): readonly MiniColumn<Commission>[] {
  const words = useWords(planTrialWords);
  const language = useLanguage();
  const money = (amount: string) => <MoneyText amount={amount} currency={currency} size="text-strong" />;
  const rules = (row: Commission) => [...new Set(row.lines.map((line) => line.rule ?? words.nobody))].join(', ');
  return [
    { key: 'order', title: words.order, width: '11%', render: (row) => <span title={row.order}>{row.order}</span> },
    {
      key: 'payee',
      title: words.payee,
      width: '22%',
      render: (row) => (
        <>
          <Strong>{row.promoter}</Strong>{' '}
          {row.kind === 'direct' ? null : <Quiet>{commissionKindWords[row.kind][language]}</Quiet>}
        </>
      ),
    },
    {
      key: 'rules',
      title: words.rules,
      render: (row) => <span title={rules(row)}>{rules(row)}</span>,
    },
    { key: 'status', title: words.status, width: '15%', render: (row) => commissionStatusWords[row.status][language] },
    { key: 'amount', title: words.amount, align: 'right', width: '15%', render: (row) => money(row.amount) },
    { key: 'net', title: words.net, align: 'right', width: '15%', render: (row) => money(row.net) },
  ];
}

function usePersonColumns(currency: string): readonly MiniColumn<Person>[] {
  const words = useWords(planTrialWords);
  const money = (amount: string | undefined) =>
    amount === undefined ? null : <MoneyText amount={amount} currency={currency} size="text" />;
  const named = (name: string | null | undefined, isPinned: boolean | undefined) => (
    <>
      {name ?? '—'} {isPinned ? <Quiet>{words.pinned}</Quiet> : null}
    </>
  );
  return [
    { key: 'code', title: words.promoter, width: '20%', render: (row) => <Strong>{row.code}</Strong> },
    { key: 'programme', title: words.programme, render: (row) => named(row.programme, row.pinnedProgramme) },
    { key: 'level', title: words.level, width: 64, render: (row) => row.level ?? '—' },
    { key: 'group', title: words.group, render: (row) => named(row.group, row.pinnedGroup) },
    { key: 'pending', title: words.pending, align: 'right', width: 104, render: (row) => money(row.pending) },
    { key: 'available', title: words.available, align: 'right', width: 104, render: (row) => money(row.available) },
  ];
}

function peopleOf(actual: PlanTrial['actual']): readonly Person[] {
  const standings = (actual['promoters'] ?? {}) as Readonly<Record<string, Omit<Person, 'code'>>>;
  const balances = (actual['balances'] ?? {}) as Readonly<Record<string, Pick<Person, 'pending' | 'available'>>>;
  return Object.entries(standings).map(([code, standing]) => ({ code, ...standing, ...balances[code] }));
}
