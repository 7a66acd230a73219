import { ladderMetricWords } from '@fenrun/contracts/labels';
import { Button, Switch } from 'antd';
import { Can, useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { useListKeys } from '../../kit/list/use-list-keys';
import { Token } from '../../kit/sentence/token';
import { TwoColumns } from '../../kit/shell/two-columns';
import { EmptyState } from '../../kit/states/empty-state';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { Bar, LinesSkeleton } from '../../kit/states/skeleton';
import { FindingList } from '../plans/finding-list';
import { RulesFrame } from '../plans/rules-frame';
import styles from './climbing.module.css';
import type { Ladder } from './figure';
import { LadderPanel } from './ladder-panel';
import { ladderWords } from './ladder-words';
import { MovesDialog } from './moves-dialog';
import { NearestList } from './nearest-list';
import { NextReset } from './next-reset';
import { ResetHistory } from './reset-history';
import { SettingToken } from './setting-token';
import { Staircase } from './staircase';
import { useLadder, useLadderSaving } from './use-ladder';

/** The ladder: who stands on which level, who is about to rise, and what the next reset will do. */
export function LadderPage() {
  const words = useWords(ladderWords);
  const url = useListUrl();
  const query = useLadder();
  const saving = useLadderSaving(query.data);
  const mayEdit = useCan('rules');
  const isEditing = mayEdit && url.get('edit') !== null && query.data !== undefined;
  const edit = () => url.set({ edit: '1' }, 'push');
  const close = () => url.set({ edit: null });
  const data = query.data;
  useListKeys({ move: () => undefined, close: isEditing ? close : undefined });
  return (
    <RulesFrame
      tab="ladder"
      isBounded
      actions={data?.ladder ? <LadderSwitch ladder={data} isBusy={saving.isBusy} onTurn={saving.turn} /> : undefined}
      panel={
        isEditing && data ? <LadderPanel key={data.version} ladder={data} saving={saving} onClose={close} /> : null
      }
    >
      {query.isPending ? <LadderSkeleton /> : null}
      {query.error ? <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} /> : null}
      {data && (data.ladder === null || data.ladder.levels.length === 0) ? (
        <EmptyState
          title={words.emptyTitle}
          actions={
            <Can do="rules" otherwise={<span>{words.readOnly}</span>}>
              <Button type="primary" onClick={edit}>
                {words.build}
              </Button>
            </Can>
          }
        >
          {words.emptyDetail}
        </EmptyState>
      ) : null}
      {data?.ladder && data.ladder.levels.length > 0 ? (
        <LadderBody data={data} ladder={data.ladder} onEdit={mayEdit ? edit : undefined} />
      ) : null}
      {saving.asked ? <MovesDialog asked={saving.asked} onClose={saving.close} /> : null}
    </RulesFrame>
  );
}

interface LadderSwitchProps {
  ladder: Ladder;
  isBusy: boolean;
  onTurn: (isOn: boolean) => void;
}

function LadderSwitch({ ladder, isBusy, onTurn }: LadderSwitchProps) {
  const words = useWords(ladderWords);
  const mayEdit = useCan('rules');
  const isOn = ladder.ladder?.isOn ?? false;
  return (
    <div className={styles.switch}>
      <span>{words.switchLabel}</span>
      <Switch
        size="small"
        aria-label={words.switchLabel}
        checked={isOn}
        loading={isBusy}
        disabled={!mayEdit}
        onChange={(next) => onTurn(next)}
      />
      <span className={styles.switchState}>{isOn ? words.on : words.off}</span>
    </div>
  );
}

interface LadderBodyProps {
  data: Ladder;
  ladder: NonNullable<Ladder['ladder']>;
  onEdit: (() => void) | undefined;
}

function LadderBody({ data, ladder, onEdit }: LadderBodyProps) {
  const words = useWords(ladderWords);
  const language = useLanguage();
  return (
    <>
      <div className={styles.sentenceRow}>
        <p className={styles.sentence}>
          {words.sentence(
            <Token label={words.metric} text={<b>{ladderMetricWords[ladder.metric][language]}</b>} />,
            <DemoteToken />,
          )}
        </p>
        {onEdit ? <Button onClick={onEdit}>{words.editLadder}</Button> : null}
      </div>
      {ladder.isOn ? null : (
        <div className={styles.notice}>
          <Notice>{words.offNotice}</Notice>
        </div>
      )}
      <div className={styles.notice}>
        <FindingList findings={data.findings} />
      </div>
      {data.warnings.map((warning) => (
        <div key={warning.code} className={styles.notice}>
          <Notice>{warning.text}</Notice>
        </div>
      ))}
      <Staircase steps={data.steps} beside={data.beside} metric={ladder.metric} isOn={ladder.isOn} />
      <TwoColumns side={<NearestList nearest={data.nearest} metric={ladder.metric} isOn={ladder.isOn} />}>
        <NextReset data={data} ladder={ladder} onEdit={onEdit} />
        <ResetHistory />
      </TwoColumns>
    </>
  );
}

/** Whether refunds move people down is one of the settings; the sentence changes it in its place. */
function DemoteToken() {
  const words = useWords(ladderWords);
  return (
    <SettingToken
      label={words.demoteLabel}
      valueIn={(settings) => (settings.demoteOnRefund ? 'demote' : 'keep')}
      options={[
        { value: 'keep', label: words.noDemote },
        { value: 'demote', label: words.demote },
      ]}
      patchOf={(value) => ({ demoteOnRefund: value === 'demote' })}
      savedText={(value) => words.demoteSaved(value === 'demote')}
    />
  );
}

/** The shape of what comes: a sentence, steps, and two columns. */
function LadderSkeleton() {
  return (
    <div aria-busy="true">
      <div className={styles.sentenceRow}>
        <Bar width={420} />
      </div>
      <div className={styles.bones} aria-hidden="true">
        {[0, 1, 2, 3].map((step) => (
          <span key={step} style={{ height: 98 + step * 40 }} />
        ))}
      </div>
      <TwoColumns side={<LinesSkeleton lines={6} />}>
        <LinesSkeleton lines={6} />
      </TwoColumns>
    </div>
  );
}
