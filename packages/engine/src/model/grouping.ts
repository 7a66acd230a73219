import type { Money } from '@fenrun/kernel';

/** Criteria on a promoter's direct, approved sales of all time. Absent means not asked for. */
export interface GroupCriteria {
  readonly orders?: number;
  readonly revenue?: Money;
  readonly customers?: number;
}

export interface AutoGroup {
  readonly join: 'all' | 'any';
  readonly compare: 'gte' | 'gt';
  readonly criteria: GroupCriteria;
}

/** A group; without `auto` it is entered by hand only. */
export interface Group {
  readonly code: string;
  readonly auto: AutoGroup | null;
}

/** All groups of a merchant, lowest rank first, and the switch of automatic grouping. Null as a promoter's group is the default group. */
export interface Grouping {
  readonly isOn: boolean;
  readonly groups: readonly Group[];
}
