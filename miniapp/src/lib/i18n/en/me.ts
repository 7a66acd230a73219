import type { Dictionary } from '../zh';

export const me: Dictionary['me'] = {
  code: (code) => `Code ${code}`,
  myCode: 'My code',
  myCodeTitle: 'My code',
  myCodeWords: 'Friends scan it and come to the shop I recommend',
  commission: (rate) => `${rate} commission`,
  levelRules: 'Level rules',
  volume: 'This period',
  nextLevel: (name, amount) => `${name} ${amount}`,
  rateOnly: 'What each product earns is written on it.',
  funnel: { shares: 'Shares', opens: 'Opens', orders: 'Sales', refunds: 'Returns' },
  performance: 'My figures',
  partners: 'Invited partners',
  people: (count) => `${count}`,
  messages: 'Messages',
  orders: 'My purchases',
  payouts: 'Payouts',
  agreements: 'Terms and rules',
  feedback: 'Complaints and ideas',
  settings: 'Settings',
  join: 'Become a promoter',
  joinWords: 'Share good things, earn on sales',
  applying: 'Application in review',
  suspended: 'You are suspended; what you have earned stays yours.',
  failedTitle: 'The page did not load',
  failedUnchanged: 'Your level and commissions are unchanged.',
  guestName: 'Hello',
};

export const performance: Dictionary['performance'] = {
  title: 'My figures',
  days: { '7': 'Last 7 days', '30': 'Last 30 days' },
  commission: 'Commission',
  sales: 'Sales',
  orders: 'Orders',
  opens: 'Opens',
  shares: 'Shares',
  conversion: 'Conversion',
  perDay: 'Commission by day',
  best: 'Sells best',
  emptyTitle: 'Your figures will be here',
  emptyWords: 'Once you share, you see day by day\nhow many opened it and bought.',
  failedTitle: 'The figures did not load',
  failedUnchanged: 'Commissions and sales are unchanged.',
  bar: (day, amount) => `${day}, ${amount}`,
  highest: (day, amount) => `The best day was ${day} with ${amount}.`,
  none: 'No sales in these days yet.',
};

export const partners: Dictionary['partners'] = {
  title: 'Invited partners',
  joined: (day) => `joined ${day}`,
  thisMonth: (count) => (count === 1 ? '1 sale this month' : `${count} sales this month`),
  emptyTitle: 'Your partners will be here',
  emptyWords: 'Friends who apply with your code\nare noted here. Inviting itself earns nothing.',
  failedTitle: 'Partners did not load',
  failedUnchanged: 'Nothing has changed.',
  note: "Only names and days of joining are shown, never a partner's customers.",
};

export const levels: Dictionary['levels'] = {
  title: 'Level rules',
  from: (amount) => `from ${amount}`,
  first: 'from the start',
  rate: (rate) => `${rate} commission`,
  here: 'You are here',
  rules: [
    'Only sales that were received, are past after-sales and approved count; returns are taken off.',
    'A new level counts from the next sale; earlier sales stay as they are.',
    "Campaign products pay the campaign's rate, all others the level's.",
  ],
};

export const messages: Dictionary['messages'] = {
  title: 'Messages',
  emptyTitle: 'Messages will be here',
  emptyWords: 'When a commission moves on, a payout waits\nor your application is decided.',
  failedTitle: 'Messages did not load',
  failedUnchanged: 'No message is lost.',
};

export const settings: Dictionary['settings'] = {
  title: 'Settings',
  language: 'Language',
  languages: { zh: '简体中文', en: 'English' },
  privacyGuide: 'Privacy notice',
  cache: 'Clear what is kept on this phone',
  cacheWords: 'Only copies are cleared; commissions and orders are on the server.',
  cleared: 'Cleared',
  signOut: 'Sign out',
  signedOut: 'Signed out; you are signed in again next time',
  version: (version) => `Fenrun ${version}`,
};

export const agreements: Dictionary['agreements'] = {
  title: 'Terms and rules',
  promoter_terms: 'Promoter terms',
  privacy: 'Privacy notice',
  version: (version) => `Version ${version}`,
  failedTitle: 'The text did not load',
  failedUnchanged: 'What you agreed to is unchanged.',
};

export const feedback: Dictionary['feedback'] = {
  title: 'Complaints and ideas',
  contact: 'How to reach the merchant',
  none: 'The merchant has left no contact yet',
  words: 'Say which order, what happened and what would help. For a commission, give the order number.',
  copy: 'Copy contact',
  wechat: 'Tell WeChat',
  note: 'If you cannot agree with the merchant, complain to WeChat under "···" at the top right; WeChat keeps a record.',
};
