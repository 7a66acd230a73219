import { Button, Switch } from 'antd';
import { useEffect, useState } from 'react';
import { Can, useCan } from '../../kit/can';
import { useLeaveGuard } from '../../kit/form/use-leave-guard';
import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { useListKeys } from '../../kit/list/use-list-keys';
import { EmptyState } from '../../kit/states/empty-state';
import { Notice } from '../../kit/states/notice';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import type { Problem } from '../../lib/problem';
import { FindingList } from '../plans/finding-list';
import { RulesFrame } from '../plans/rules-frame';
import styles from './climbing.module.css';
import { type Group, withGroup } from './group-draft';
import { GroupPanel } from './group-panel';
import { GroupRows } from './group-rows';
import { groupsWords } from './groups-words';
import { MovesDialog } from './moves-dialog';
import { useGroupsDraft } from './use-groups';

/** In the URL this opens the form of a new group. */
const newGroup = '+';
const panelKeys = ['open'];

/** Groups by rank. Changes are gathered and saved together, because each may move people. */
export function GroupsPage() {
  const words = useWords(groupsWords);
  const url = useListUrl();
  const mayEdit = useCan('rules');
  const editing = useGroupsDraft();
  const { query, draft, saved } = editing;
  const openId = mayEdit ? url.get('open') : null;
  const [isTouched, setTouched] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another panel is the reason
  useEffect(() => setTouched(false), [openId]);
  // One guard for both: a router asks only one of them.
  useLeaveGuard(editing.isChanged || isTouched, isTouched ? panelKeys : undefined);
  const close = () => url.set({ open: null });
  useListKeys({ move: () => undefined, close: openId === null ? undefined : close });
  const add = (
    <Can do="rules">
      <Button type="primary" onClick={() => url.set({ open: newGroup }, 'push')}>
        {words.add}
      </Button>
    </Can>
  );
  const keep = (group: Group) => {
    if (draft) editing.change(withGroup(draft, group));
    setTouched(false);
    // The guard must have seen that nothing is left in the form before the panel goes.
    window.setTimeout(close, 0);
  };
  const opened = draft?.groups.find((group) => group.id === openId);
  const panel =
    draft && openId !== null && (openId === newGroup || opened) ? (
      <GroupPanel
        key={openId}
        group={opened}
        taken={draft.groups.map((group) => group.id)}
        onKeep={keep}
        onTouched={() => setTouched(true)}
        onClose={close}
      />
    ) : undefined;
  return (
    <RulesFrame
      tab="groups"
      isBounded
      panel={panel}
      actions={
        draft ? (
          <>
            <AutomaticSwitch isOn={draft.isOn} onTurn={(isOn) => editing.change({ ...draft, isOn })} />
            {add}
          </>
        ) : undefined
      }
    >
      <p className={styles.intro}>{words.intro}</p>
      {query.isPending ? <LinesSkeleton lines={5} height={44} /> : null}
      {query.error ? <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} /> : null}
      {query.data ? (
        <div className={styles.notice}>
          <FindingList findings={query.data.findings} />
        </div>
      ) : null}
      {draft && draft.groups.length === 0 ? (
        <EmptyState title={words.emptyTitle} actions={add}>
          {words.emptyDetail}
        </EmptyState>
      ) : null}
      {draft && saved && draft.groups.length > 0 ? (
        <GroupRows
          draft={draft}
          saved={saved}
          openId={openId}
          onChange={mayEdit ? editing.change : undefined}
          onOpen={(id) => url.set({ open: id }, 'push')}
        />
      ) : null}
      {editing.refused ? (
        <div className={styles.notice}>
          <Notice tone="risk">{refusalOf(editing.refused)}</Notice>
        </div>
      ) : null}
      {editing.isChanged ? <SaveBar editing={editing} /> : null}
      {editing.asked ? <MovesDialog asked={editing.asked} onClose={editing.close} /> : null}
    </RulesFrame>
  );
}

/** The reason and each thing that it names. */
function refusalOf(problem: Problem): string {
  return [problem.detail || problem.title, ...problem.errors.map((error) => error.detail)].filter(Boolean).join(' ');
}

function AutomaticSwitch({ isOn, onTurn }: { isOn: boolean; onTurn: (isOn: boolean) => void }) {
  const words = useWords(groupsWords);
  const mayEdit = useCan('rules');
  return (
    <div className={styles.switch}>
      <span>{words.switchLabel}</span>
      <Switch size="small" aria-label={words.switchLabel} checked={isOn} disabled={!mayEdit} onChange={onTurn} />
      <span className={styles.switchState}>{isOn ? words.on : words.off}</span>
    </div>
  );
}

function SaveBar({ editing }: { editing: ReturnType<typeof useGroupsDraft> }) {
  const words = useWords(groupsWords);
  const [isBusy, setBusy] = useState(false);
  const preview = async () => {
    setBusy(true);
    await editing.propose();
    setBusy(false);
  };
  return (
    <div className={styles.saveBar} role="status">
      <span>{words.changed}</span>
      <Button type="primary" loading={isBusy} onClick={preview}>
        {words.preview}
      </Button>
      <Button onClick={editing.discard}>{words.discard}</Button>
    </div>
  );
}
