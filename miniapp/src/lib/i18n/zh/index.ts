import { campaign, campaigns } from './campaign';
import { common, states } from './common';
import { commission, earnings } from './earnings';
import { home, poster, product, products, share } from './home';
import { agreements, feedback, levels, me, messages, partners, performance, settings } from './me';
import { payout } from './payout';
import { plan } from './plan';
import { application, join, welcome } from './promoter';
import { checkout, order, orders } from './shop';

export const zh = {
  common,
  states,
  home,
  products,
  product,
  share,
  poster,
  earnings,
  commission,
  payout,
  me,
  performance,
  partners,
  levels,
  plan,
  campaigns,
  campaign,
  messages,
  settings,
  agreements,
  feedback,
  join,
  application,
  welcome,
  checkout,
  orders,
  order,
};

/** What every language has to say; the English dictionary is checked against it. */
export type Dictionary = typeof zh;
