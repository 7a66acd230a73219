/**
 * The only list of rooms. The import law, the tidy test, the generator of rooms and the docs read it.
 * Imports go down only, never sideways, and only through a room's `index.ts`.
 */

/** The server's rooms, from the ground up. */
const storeys = [
  {
    storey: 0,
    rooms: ['wechat', 'ledger', 'review', 'messaging'],
    note: 'know no business noun: opaque ids in, facts out',
  },
  { storey: 1, rooms: ['identity'], note: 'merchants, staff, roles, sessions, API keys, audit' },
  {
    storey: 2,
    rooms: ['promoters', 'hierarchy', 'sales', 'plans'],
    note: 'people, their tree, what was sold, the rule book',
  },
  {
    storey: 3,
    rooms: ['climbing', 'attribution', 'storefront'],
    note: 'counters and levels, whose sale it is, the shop',
  },
  { storey: 4, rooms: ['commission'], note: 'what each sale earns for whom, and its life' },
  { storey: 5, rooms: ['payout', 'automation', 'reporting'], note: 'paying out, acting on events, seeing' },
];

/** Below all rooms; knows none of them. */
const foundation = 'foundation';

/** Above all rooms: a story that crosses rooms, one file each. */
const flows = 'flows';

/** Above the flows: what starts the code from outside. They may use everything. */
const doors = ['cli', 'seeds', 'scenario', 'demo', 'imports'];

/** What each package may import of the others, and of npm. `undefined` npm means: what its manifest says. */
const packages = {
  kernel: { packages: [], npm: [] },
  engine: { packages: ['kernel'], npm: [] },
  contracts: { packages: ['kernel'], npm: ['zod'] },
  testkit: { packages: ['kernel', 'contracts'], npm: undefined },
  'wechat-emulator': { packages: [], npm: undefined },
  bench: { packages: ['kernel', 'engine', 'testkit'], npm: undefined },
  'browser-tests': { packages: ['kernel', 'contracts', 'testkit'], npm: undefined },
};

module.exports = { storeys, foundation, flows, doors, packages };
