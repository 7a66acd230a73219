import type { Dictionary } from '../zh';

export const campaigns: Dictionary['campaigns'] = {
  title: 'Campaigns',
  all: 'All campaigns',
  running: 'Running',
  coming: 'Coming',
  emptyTitle: 'Campaigns will be here',
  emptyWords: 'What they pay, until when\nand for which products.',
  emptyAction: 'See all products',
  failedTitle: 'Campaigns did not load',
  failedUnchanged: 'Campaigns and commissions are unchanged.',
};

export const campaign: Dictionary['campaign'] = {
  title: 'Campaign',
  pays: 'What you get',
  paysNote: 'Counts for sales through shares of the campaign; they carry your code.',
  products: (count) => (count === 1 ? '1 product' : `${count} products`),
  goods: 'In this campaign',
  noProducts: 'Every product of the shop takes part:\npick one to share.',
  noProductsTitle: 'All products take part',
  share: 'Share the campaign',
  over: 'The campaign is over.',
  overForPromoter: 'The campaign is over; what was sold in it keeps its commission.',
  missingTitle: 'This campaign is gone',
  missingWords: 'It may be over;\nsee which ones run now.',
  failedTitle: 'The campaign did not load',
  failedUnchanged: 'Campaigns and commissions are unchanged.',
};
