import { Checkbox, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { MiniTable } from '../../kit/shell/mini-table';
import { Notice } from '../../kit/states/notice';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { Strong } from '../../kit/text';
import { isProblem } from '../../lib/problem';
import { FindingList } from '../plans/finding-list';
import styles from './climbing.module.css';
import type { Moves } from './figure';
import { movesWords } from './moves-words';

export interface MovesAsked {
  readonly title: string;
  readonly preview: Moves;
  readonly detail?: ReactNode;
  /** What the figures of the preview are, where it is not the metric of the ladder. */
  readonly figureLabel?: string;
  /** Says a figure of the preview in its unit. */
  readonly say: (figure: string) => ReactNode;
  /** Sends it; answers when it is saved. */
  readonly save: (acknowledged: string[]) => Promise<unknown>;
}

interface Law {
  readonly code: string;
  readonly text: string;
}

/** Before climbing changes: who would move, what speaks against it, and what must be acknowledged. */
export function MovesDialog({ asked, onClose }: { asked: MovesAsked; onClose: () => void }) {
  const words = useWords(movesWords);
  const report = useProblemMessage();
  const [isBusy, setBusy] = useState(false);
  const [refused, refuse] = useState<string | null>(null);
  const [ticked, tick] = useState<ReadonlySet<string>>(new Set());
  const [further, addFurther] = useState<readonly Law[]>([]);
  const { preview } = asked;
  const errors = preview.findings.filter((finding) => finding.severity === 'error');
  const laws = [...preview.warnings.filter((warning) => warning.mustAcknowledge), ...further];
  const canSave = errors.length === 0 && laws.every((law) => ticked.has(law.code));
  const save = async () => {
    setBusy(true);
    refuse(null);
    try {
      await asked.save(laws.map((law) => law.code));
      onClose();
    } catch (error) {
      if (!isProblem(error)) throw error;
      if (error.code === 'acknowledgement-required' && error.errors.length > 0) {
        const known = new Set(laws.map((law) => law.code));
        const asks = error.errors.map(({ code, detail }) => ({ code, text: detail }));
        addFurther([...further, ...asks.filter((law) => !known.has(law.code))]);
      } else if (error.status >= 400 && error.status < 500) {
        const details = error.errors.map((one) => one.detail);
        refuse([error.detail || error.title, ...details].filter(Boolean).join(' '));
      } else report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={asked.title}
      width={560}
      onCancel={onClose}
      onOk={save}
      okText={preview.total > 0 ? words.saveMoving(preview.total) : words.save}
      cancelText={words.back}
      okButtonProps={{ disabled: !canSave, loading: isBusy }}
    >
      {asked.detail ? <p className={styles.resetLine}>{asked.detail}</p> : null}
      <div className={styles.notices}>
        {refused ? <Notice tone="risk">{refused}</Notice> : null}
        <FindingList findings={preview.findings} />
        {preview.warnings
          .filter((warning) => !warning.mustAcknowledge)
          .map((warning) => (
            <Notice key={warning.code}>{warning.text}</Notice>
          ))}
        {laws.map((law) => (
          <Notice key={law.code}>
            <div>{law.text}</div>
            <Checkbox
              checked={ticked.has(law.code)}
              onChange={(event) => tick(withOrWithout(ticked, law.code, event.target.checked))}
            >
              {words.mustAcknowledge}
            </Checkbox>
          </Notice>
        ))}
      </div>
      <MovesList preview={preview} say={asked.say} figureLabel={asked.figureLabel ?? words.figure} />
    </Modal>
  );
}

function withOrWithout(set: ReadonlySet<string>, value: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(set);
  if (isIn) next.add(value);
  else next.delete(value);
  return next;
}

interface MovesListProps {
  preview: Moves;
  say: MovesAsked['say'];
  figureLabel: string;
}

function MovesList({ preview, say, figureLabel }: MovesListProps) {
  const words = useWords(movesWords);
  if (preview.total === 0) return <p className={styles.total}>{words.nobody}</p>;
  return (
    <div className={styles.moves}>
      <p className={styles.total}>{words.total(preview.total)}</p>
      <MiniTable
        label={words.total(preview.total)}
        rows={preview.moves}
        rowKey={(row) => `${row.fromName} ${row.toName}`}
        columns={[
          { key: 'from', title: words.from, render: (row) => row.fromName || words.nowhere },
          { key: 'to', title: words.to, render: (row) => <Strong>{row.toName || words.nowhere}</Strong> },
          { key: 'people', title: words.people, align: 'right', width: 96, render: (row) => row.people },
        ]}
      />
      {preview.some.length > 0 ? (
        <>
          <h3>{words.some}</h3>
          <div className={styles.scroll}>
            <MiniTable
              label={words.some}
              rows={preview.some}
              rowKey={(row) => row.promoter.code}
              columns={[
                {
                  key: 'name',
                  title: words.promoter,
                  width: '26%',
                  render: (row) => <Strong>{row.promoter.name}</Strong>,
                },
                {
                  key: 'move',
                  title: words.to,
                  render: (row) => words.move(row.fromName || words.nowhere, row.toName || words.nowhere),
                },
                { key: 'figure', title: figureLabel, align: 'right', width: '28%', render: (row) => say(row.figure) },
              ]}
            />
          </div>
        </>
      ) : null}
    </div>
  );
}
