import type { In } from '@fenrun/contracts';
import type { AutoGroup, Group, GroupCriteria, Grouping } from '@fenrun/engine';
import { formatMoney } from '@fenrun/kernel';
import { type FormReading, readAmount } from './rate-form';

export type GroupsForm = In<'climbing.saveGroups'>['body']['groups'];
type AutoForm = NonNullable<GroupsForm['groups'][number]['auto']>;

/** A group as it is saved: what the engine decides by, and the name that people read. */
export interface NamedGroup extends Group {
  readonly name: string;
}

export interface NamedGrouping extends Grouping {
  readonly groups: readonly NamedGroup[];
}

/** The name of a group; one that has none is called by its code. */
export function groupName(group: Group): string {
  return (group as Partial<NamedGroup>).name || group.code;
}

/** All groups in the form of the API, lowest rank first. */
export function groupingForm({ isOn, groups }: Grouping, currency: string): GroupsForm {
  return {
    isOn,
    groups: groups.map((group) => ({
      id: group.code,
      name: groupName(group),
      auto: group.auto ? autoForm(group.auto, currency) : null,
    })),
  };
}

function autoForm({ join, compare, criteria }: AutoGroup, currency: string): AutoForm {
  const { orders, revenue, customers } = criteria;
  return {
    join,
    compare,
    criteria: {
      ...(orders === undefined ? {} : { orders }),
      ...(revenue === undefined ? {} : { revenue: formatMoney(revenue, currency) }),
      ...(customers === undefined ? {} : { customers }),
    },
  };
}

/** Reads groups from the form of the API; what is wrong is noted in `reading.errors` with pointers below `at`. */
export function readGrouping(form: GroupsForm, reading: FormReading, at = '/groups'): NamedGrouping {
  const seen = new Set<string>();
  const groups = form.groups.map(({ id, name, auto }, index): NamedGroup => {
    const own = `${at}/groups/${index}`;
    if (seen.has(id)) reading.errors.push({ pointer: `${own}/id`, code: 'already-exists' });
    seen.add(id);
    return { code: id, name: name.trim(), auto: auto ? readAuto(auto, reading, `${own}/auto`) : null };
  });
  return { isOn: form.isOn, groups };
}

/** Criteria of which none is asked would never be met: that is a group without them. */
function readAuto({ join, compare, criteria }: AutoForm, reading: FormReading, at: string): AutoGroup | null {
  const { orders, revenue, customers } = criteria;
  if (orders === undefined && revenue === undefined && customers === undefined) return null;
  const read: GroupCriteria = {
    ...(orders === undefined ? {} : { orders }),
    ...(revenue === undefined ? {} : { revenue: readAmount(revenue, reading, `${at}/criteria/revenue`) }),
    ...(customers === undefined ? {} : { customers }),
  };
  return { join, compare, criteria: read };
}
