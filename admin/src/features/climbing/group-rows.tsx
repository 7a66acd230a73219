import { ArrowDownOutlined, ArrowUpOutlined, HolderOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../../kit/i18n/words';
import { type Dragging, RankedRows } from '../../kit/list/ranked-rows';
import { StatusTag } from '../../kit/panel/status-tag';
import { Token } from '../../kit/sentence/token';
import { Quiet, Strong } from '../../kit/text';
import { useZone } from '../../kit/time/zone-context';
import {
  changeOf,
  criteriaText,
  type DraftGroup,
  type Groups,
  type GroupsDraft,
  movedTo,
  withRemoved,
} from './group-draft';
import styles from './groups.module.css';
import { groupsWords } from './groups-words';

interface GroupRowsProps {
  draft: GroupsDraft;
  saved: Groups;
  openId: string | null;
  /** Without it the rows are only read. */
  onChange: ((draft: GroupsDraft) => void) | undefined;
  onOpen: (id: string) => void;
}

/** The groups, the highest first, and the default one under them. */
export function GroupRows({ draft, saved, openId, onChange, onOpen }: GroupRowsProps) {
  const words = useWords(groupsWords);
  const row = (group: DraftGroup, index: number, dragging?: Dragging) => (
    <GroupRow
      key={group.id}
      group={group}
      place={index + 1}
      saved={saved}
      isOpen={group.id === openId}
      dragging={dragging}
      onOpen={() => onOpen(group.id)}
      actions={
        onChange
          ? {
              isLast: index === draft.groups.length - 1,
              move: (to) => onChange(movedTo(draft, index, to)),
              remove: (isRemoved) => onChange(withRemoved(draft, group.id, isRemoved)),
            }
          : undefined
      }
    />
  );
  return (
    <ol className={styles.rows} aria-label={words.what}>
      {onChange ? (
        <RankedRows items={draft.groups} nameOf={groupName} onMove={(from, to) => onChange(movedTo(draft, from, to))}>
          {row}
        </RankedRows>
      ) : (
        draft.groups.map((group, index) => row(group, index))
      )}
      <li className={styles.row}>
        <span className={styles.place}>—</span>
        <span className={styles.sentence}>
          <Strong>{words.default}</Strong> <Quiet>{words.defaultText}</Quiet>
        </span>
        <People people={saved.default.people} pinned={saved.default.pinned} />
      </li>
    </ol>
  );
}

const groupName = (group: DraftGroup): string => group.name;

interface RowActions {
  readonly isLast: boolean;
  readonly move: (to: number) => void;
  readonly remove: (isRemoved: boolean) => void;
}

interface GroupRowProps {
  group: DraftGroup;
  place: number;
  saved: Groups;
  isOpen: boolean;
  dragging: Dragging | undefined;
  onOpen: () => void;
  actions: RowActions | undefined;
}

function GroupRow({ group, place, saved, isOpen, dragging, onOpen, actions }: GroupRowProps) {
  const words = useWords(groupsWords);
  const { currency } = useZone();
  const members = saved.members.find((one) => one.id === group.id);
  const change = changeOf(group, saved.groups);
  const changeText = change === null ? null : words[change];
  const className = [
    styles.row,
    isOpen ? styles.open : '',
    group.isRemoved ? styles.gone : '',
    dragging?.isDragged ? styles.dragged : '',
  ].join(' ');
  return (
    <li ref={dragging?.ref} className={className}>
      <span className={styles.place}>
        {dragging ? (
          <button type="button" ref={dragging.handleRef} className={styles.handle} aria-label={words.drag(group.name)}>
            <HolderOutlined />
          </button>
        ) : null}
        {place}
      </span>
      <span className={styles.sentence}>
        <Token label={words.name} text={group.name} />{' '}
        <span className={group.auto ? '' : styles.quiet}>{criteriaText(group.auto, currency, words)}</span>
        {changeText ? (
          <>
            {' '}
            <StatusTag tone={change === 'removed' ? 'risk' : 'accent'}>{changeText}</StatusTag>
          </>
        ) : null}
      </span>
      <People people={members?.people ?? 0} pinned={members?.pinned ?? 0} id={members ? group.id : undefined} />
      <span className={styles.quiet}>
        {members && members.rules > 0 ? (
          <Link to={`/rules/layers?group=${encodeURIComponent(group.id)}`}>{words.rules(members.rules)}</Link>
        ) : (
          words.noRules
        )}
      </span>
      {actions ? <Actions group={group} place={place} actions={actions} onOpen={onOpen} /> : null}
    </li>
  );
}

function People({ people, pinned, id }: { people: number; pinned: number; id?: string }) {
  const words = useWords(groupsWords);
  const count = words.people(people);
  return (
    <span className={styles.quiet}>
      {id ? <Link to={`/promoters?group=${encodeURIComponent(id)}`}>{count}</Link> : count}
      {pinned > 0 ? ` · ${words.pinned(pinned)}` : ''}
    </span>
  );
}

interface ActionsProps {
  group: DraftGroup;
  place: number;
  actions: RowActions;
  onOpen: () => void;
}

function Actions({ group, place, actions, onOpen }: ActionsProps) {
  const words = useWords(groupsWords);
  if (group.isRemoved) {
    return (
      <span className={styles.actions}>
        <Button type="text" size="small" onClick={() => actions.remove(false)}>
          {words.undo}
        </Button>
      </span>
    );
  }
  return (
    <span className={styles.actions}>
      <Button
        type="text"
        size="small"
        icon={<ArrowUpOutlined />}
        aria-label={words.moveUp(group.name)}
        disabled={place === 1}
        onClick={() => actions.move(place - 2)}
      />
      <Button
        type="text"
        size="small"
        icon={<ArrowDownOutlined />}
        aria-label={words.moveDown(group.name)}
        disabled={actions.isLast}
        onClick={() => actions.move(place)}
      />
      <Button type="text" size="small" onClick={onOpen}>
        {words.edit}
      </Button>
      <Button type="text" size="small" onClick={() => actions.remove(true)}>
        {words.remove}
      </Button>
    </span>
  );
}
