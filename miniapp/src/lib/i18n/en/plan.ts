import type { Dictionary } from '../zh';

export const plan: Dictionary['plan'] = {
  title: 'My rate',
  link: 'See my rate',
  ordinary: 'Ordinary products earn',
  level: 'Level',
  levelTop: 'You stand on the highest level.',
  pinned: 'The shop set this level for you; sales do not change it.',
  bonuses: 'Bonuses',
  running: 'Running',
  rates: 'Products and rates that differ',
  until: (day) => `until ${day}`,
  group: 'Group',
  noGroup: 'In no group yet',
  groupNext: (name) => `To enter ${name}`,
  groupPinned: 'The shop set this group for you; sales do not change it.',
  self: 'Your own purchases',
  network: 'Sales of partners you invited',
  note: 'What a product earns is written on it. What holds when it is paid counts; later changes leave it alone.',
  toProducts: 'What each product earns',
  failedTitle: 'Your rate did not load',
  failedUnchanged: 'Your rate and commissions are unchanged.',
};
