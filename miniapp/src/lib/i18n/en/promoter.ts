import type { Dictionary } from '../zh';

export const join: Dictionary['join'] = {
  title: (shop) => `Promote ${shop}`,
  words: 'One minute, free, nothing to buy first.',
  howMuch: 'How much',
  howMuchWords: (from, to) =>
    from === to
      ? `Written on each product, usually ${to} of the price paid.`
      : `Written on each product: ${from} to ${to} of the price paid.`,
  when: 'When it is yours',
  whenWords: (days) =>
    days === 0
      ? 'After receipt and review, to your WeChat balance.'
      : `${days} days after receipt and a review, to WeChat.`,
  first: 'What to do first',
  firstWords: 'Pick something you like for a friend who needs it.',
  name: 'Your name',
  nameHint: 'as friends will see it',
  phone: 'Phone',
  phoneHint: 'filled in by WeChat',
  inviter: 'Invited by',
  noInviter: 'nobody',
  agree: 'I agree to the',
  and: 'and',
  document: (title) => title,
  submit: 'Join with WeChat phone',
  nameMissing: 'Enter your name first',
  agreeFirst: 'Please agree to the terms first',
  phoneRefused: 'A phone number is needed; tap again any time',
  offline: 'Join when online',
  failedTitle: 'The page did not load',
  failedUnchanged: 'Nothing was sent.',
};

export const application: Dictionary['application'] = {
  title: 'Application',
  waiting: 'In review',
  waitingWords: 'Usually within a day. You will hear at once.',
  rejected: 'Not this time',
  rejectedWords: 'You can add a word and apply again.',
  approved: 'Approved',
  none: 'No application yet',
  noneWords: 'One minute, free, nothing to buy first.',
  steps: { sent: 'Sent', review: 'Merchant’s review', start: 'Start sharing' },
  startNote: 'right after approval',
  reason: 'The merchant says',
  again: 'Apply again',
  join: 'Join',
  look: 'Have a look round the shop',
  start: 'Start sharing',
  remind: 'Tell me when decided',
  reminded: 'You will be told',
  failedTitle: 'The application did not load',
  failedUnchanged: 'It is unchanged.',
};

export const welcome: Dictionary['welcome'] = {
  hello: (name) => `Welcome, ${name}`,
  like: (product) => `This is how one “${product}” goes:`,
  shareEarn: 'You earn',
  steps: {
    order: 'A friend buys',
    orderNote: (price) => `${price} paid, you earn `,
    receive: 'The customer receives',
    receiveNote: 'after-sales days begin',
    mature: (days) => `${days} after-sales days pass`,
    matureNote: 'a return until then takes off its part',
    review: 'The merchant approves',
    reviewNote: 'yours to withdraw to WeChat',
  },
  today: 'today',
  about: (day) => `about ${day}`,
  first: 'One thing for today',
  firstWords: 'Pick something you truly like, add a line of your own, and send it to one friend who can use it.',
  earn: 'Earn',
  go: 'Pick the first one',
};
