import { givenNames, places, streets, surnames } from './people-names';
import { applicantRows, promoterRows, type Tempo } from './people-rows';
import { type Dice, diceOf, type Random } from './random';

export type DemoGroup = { code: string; name: { zh: string; en: string } };

export const demoGroups: readonly DemoGroup[] = [
  { code: 'default', name: { zh: '默认组', en: 'Default group' } },
  { code: 'creator', name: { zh: '达人组', en: 'Creators' } },
  { code: 'store', name: { zh: '门店组', en: 'Stores' } },
  { code: 'gold', name: { zh: '金牌组', en: 'Gold' } },
];

export type DemoPromoter = {
  code: string;
  name: string;
  phone: string;
  /** Code of the inviter, who stands earlier in the list; null for a root. */
  inviter: string | null;
  group: string;
  /** Path below `art/`; absent for those who never chose a picture. */
  face?: string;
  /** Share of the shop's sales, against the others. */
  strength: number;
  tempo: Tempo;
  joinedDaysAgo: number;
  /** `imported` came from the shop's old list before the story, `applied` applies in it. */
  arrival: 'imported' | 'applied';
  /** The id under which this person buys. */
  customerId: string;
};

export type DemoApplicant = {
  name: string;
  phone: string;
  inviter: string | null;
  reason: string;
  daysAgo: number;
  /** What the merchant wrote on rejecting; null while it still waits. */
  rejected: string | null;
};

export type Address = { province: string; city: string; district: string; street: string };

export type DemoCustomer = {
  id: string;
  name: string;
  phone: string;
  address: Address;
  /** How often this person buys, against the others. */
  appetite: number;
};

/** Phones 199 0000 0001 … are kept for the demo: promoters from 1, applicants from 101, customers from 1001. */
export const demoPhone = (number: number): string => `199${String(number).padStart(8, '0')}`;

export const demoPromoters: readonly DemoPromoter[] = promoterRows.map(
  ([code, name, inviter, group, face, strength, tempo, joinedDaysAgo], index) => ({
    code,
    name,
    phone: demoPhone(index + 1),
    inviter: inviter || null,
    group,
    ...(face ? { face: `faces/face-${face}.svg` } : {}),
    strength,
    tempo,
    joinedDaysAgo,
    arrival: joinedDaysAgo > 120 ? 'imported' : 'applied',
    customerId: `K-${code}`,
  }),
);

export const demoApplicants: readonly DemoApplicant[] = applicantRows.map(
  ([name, inviter, daysAgo, reason, rejected], index) => ({
    name,
    phone: demoPhone(101 + index),
    inviter: inviter || null,
    reason,
    daysAgo,
    rejected: rejected || null,
  }),
);

/** Customers with names, addresses and appetites: a few buy every week, most now and then. */
export function drawCustomers(random: Random, count: number, firstPhone = 1001, prefix = 'C'): DemoCustomer[] {
  const dice = diceOf(random);
  const taken = new Set<string>();
  return Array.from({ length: count }, (_, index) => ({
    id: `${prefix}${String(index + 1).padStart(4, '0')}`,
    name: drawName(dice, taken),
    phone: demoPhone(firstPhone + index),
    address: drawAddress(dice),
    appetite: dice.chance(0.12) ? dice.between(3, 7) : dice.between(0.3, 2),
  }));
}

/** An address in a real district, with a street and a house of nobody in particular. */
export function drawAddress(dice: Dice): Address {
  const [province, city, districts] = dice.weighted(places, ([, , , weight]) => weight);
  const house = dice.chance(0.7)
    ? `${dice.pick(streets.estates)}${dice.whole(1, 26)}幢${dice.whole(1, 3)}单元${dice.whole(1, 22)}0${dice.whole(1, 4)}室`
    : `${dice.whole(2, 388)}号${dice.chance(0.5) ? `${dice.whole(2, 18)}楼` : ''}`;
  return { province, city, district: dice.pick(districts), street: `${dice.pick(streets.roads)}${house}` };
}

function drawName(dice: Dice, taken: Set<string>): string {
  const [surname] = dice.weighted(surnames, ([, weight]) => weight);
  const name = surname + dice.pick(givenNames);
  // Two people of one name are lifelike; a third would look like a bug.
  if (taken.has(`${name}2`)) return drawName(dice, taken);
  taken.add(taken.has(name) ? `${name}2` : name);
  return name;
}
