import type { Lang } from '@fenrun/contracts';
import { type CompiledBook, compileBook, type Grouping, type RuleBook } from '@fenrun/engine';
import { type FieldError, type Instant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import type { Reader, Tx } from '../foundation/db';
import { membersOfGroups } from '../modules/climbing';
import {
  bookAfter,
  type GroupsForm,
  groupName,
  isInApproval,
  readGrouping,
  ruleName,
  rulesOfGroup,
  savePlans,
} from '../modules/plans';
import { climbAll } from './climb-all';
import type { Editor } from './keep-acknowledgements';
import type { Hand } from './timeline/hand';

export interface GroupsEdit {
  /** The number of the version that was edited; 0 when there is none yet. */
  readonly version: number;
  readonly groups: GroupsForm;
}

export interface GroupsDraft {
  readonly grouping: Grouping;
  readonly compiled: CompiledBook;
}

/**
 * Saves all groups as their next version, and puts everybody where he belongs by them, at once: upwards only, nobody who was put
 * somewhere by hand. A group that is left out must stand empty, and no rule may name it.
 */
export async function saveGroups(
  tx: Tx,
  hand: Hand,
  edit: GroupsEdit,
  editor: Editor,
  now: Instant,
): Promise<{ moved: number } | Refusal> {
  const { book, merchantId } = hand;
  if (edit.version !== book.grouping.length) return refuse('changed-meanwhile', { version: book.grouping.length });
  const draft = await draftGroups(tx, merchantId, book, edit.groups, now, editor.lang);
  if (isRefusal(draft)) return draft;
  const { grouping, compiled } = draft;
  await savePlans(tx, merchantId, [{ kind: 'grouping', code: '', doc: grouping, holdsFrom: now }], editor.id, now);
  return { moved: await climbAll(tx, hand, compiled, 'group', now) };
}

/** Reads groups and looks whether those that are left out may go; the refusals name the fields. */
export async function draftGroups(
  db: Reader,
  merchantId: string,
  book: RuleBook,
  form: GroupsForm,
  now: Instant,
  lang: Lang,
): Promise<GroupsDraft | Refusal<'invalid-request' | 'group-in-use'>> {
  const errors: FieldError[] = [];
  const grouping = readGrouping(form, { currency: book.currency, errors });
  if (errors.length > 0) return refuse('invalid-request', undefined, errors);
  const inUse = await groupsInUse(db, merchantId, book, grouping, lang);
  if (inUse.length > 0) return refuse('group-in-use', undefined, inUse);
  const after = bookAfter(book, [{ kind: 'grouping', code: '', doc: grouping, holdsFrom: now }]);
  return { grouping, compiled: compileBook(after) };
}

async function groupsInUse(
  db: Reader,
  merchantId: string,
  book: RuleBook,
  { groups }: Grouping,
  lang: Lang,
): Promise<FieldError[]> {
  const stays = new Set(groups.map(({ code }) => code));
  const gone = (book.grouping.at(-1)?.value?.groups ?? []).filter(({ code }) => !stays.has(code));
  const members = await membersOfGroups(
    db,
    merchantId,
    gone.map(({ code }) => code),
  );
  return gone.flatMap((group): FieldError[] => {
    const uses = usesOf(book, group.code, members.get(group.code) ?? 0, lang);
    if (uses.length === 0) return [];
    const detail =
      lang === 'zh' ? `「${groupName(group)}」${uses.join('，')}` : `“${groupName(group)}” ${uses.join(', ')}`;
    return [{ pointer: '/groups/groups', code: 'group-in-use', detail }];
  });
}

/** Rules named one by one before the rest is counted. */
const NAMED = 3;

/** What a group is used by: people, rules, approvals. */
function usesOf(book: RuleBook, group: string, members: number, lang: Lang): string[] {
  const zh = lang === 'zh';
  const rules = rulesOfGroup(book, group).map(({ code, rule }) => ruleName(rule) || code);
  const named = rules.slice(0, NAMED).join(zh ? '、' : ', ') + (rules.length > NAMED ? '…' : '');
  return [
    ...(members > 0 ? [zh ? `还有 ${members} 人` : `has ${members} people`] : []),
    ...(rules.length > 0
      ? [zh ? `有 ${rules.length} 条规则用到（${named}）` : `is named by ${rules.length} rules (${named})`]
      : []),
    ...(isInApproval(book, group) ? [zh ? '审核规则用到' : 'is named by the approval rules'] : []),
  ];
}
