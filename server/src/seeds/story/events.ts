import type { Address } from '../people';

/**
 * What happens in a demo shop, as plain data to be replayed through the real commands in the order given.
 * `at` is an instant (epoch milliseconds), never after the story's end. Money is a decimal string in major units.
 * Ids (`order`, `refund`, `share`, `payout`, customer and promoter codes) are the shop's own and unique in the story.
 */
export type StoryEvent =
  | PromoterImported
  | ApplicationMade
  | ApplicationDecided
  | GroupAssigned
  | StatusSet
  | ShareMade
  | ShareOpened
  | LeadLeft
  | OrderPaid
  | OrderShipped
  | OrderCompleted
  | OrderRefunded
  | CommissionsDecided
  | PayoutRequested
  | PayoutDecided
  | PayoutSettled;

/** A promoter comes over from the shop's old list, all at the first instant; `joinedAt` lies before the story. */
export type PromoterImported = { at: number; do: 'import-promoter'; promoter: string; joinedAt: number };

/** `promoter` is the code that an approved applicant will bear; applicants who are not among the promoters have none. */
export type ApplicationMade = {
  at: number;
  do: 'apply';
  application: string;
  promoter: string | null;
  name: string;
  phone: string;
  inviter: string | null;
  reason: string;
};

export type ApplicationDecided = {
  at: number;
  do: 'decide-application';
  application: string;
  decision: 'approve' | 'reject';
  reason: string | null;
};

/** A person moves a promoter into a group by hand. */
export type GroupAssigned = { at: number; do: 'assign-group'; promoter: string; group: string };

export type StatusSet = {
  at: number;
  do: 'set-status';
  promoter: string;
  status: 'active' | 'suspended' | 'banned';
  reason: string;
};

export type ShareMade = {
  at: number;
  do: 'share';
  share: string;
  promoter: string;
  sku: string;
  channel: 'friend' | 'moments' | 'poster' | 'link';
  /** The promoter's own words above the card, or none. */
  words: string | null;
};

/** Somebody opens a share. `person` is a customer's id, a promoter's `customerId`, or `V…` for a passer-by who never buys. */
export type ShareOpened = { at: number; do: 'open'; share: string; person: string };

/** A customer leaves contact data through a share; may be left out where leads are not kept. */
export type LeadLeft = { at: number; do: 'lead'; share: string; person: string; wish: string };

export type StoryLine = { sku: string; quantity: number; price: string; discount: string };

/** `at` is the paid time. */
export type OrderPaid = {
  at: number;
  do: 'order';
  order: string;
  type: 'one_time' | 'recurring' | 'manual';
  /** Only of recurring orders; the sequence begins with 1. */
  subscription: string | null;
  sequence: number | null;
  customer: string;
  /** The phone given with this order: usually the customer's own. */
  phone: string;
  address: Address;
  /** Named by the order: manual sales, and a few mistyped codes that nobody has. Otherwise attribution decides. */
  promoter: string | null;
  /** The share that the customer opened just before, if one did it; the open is an event of its own. */
  share: string | null;
  coupons: string[];
  /** On the whole order, spread by the receiver; smaller than the goods. */
  discount: string;
  shipping: string;
  device: string;
  ip: string;
  note: string | null;
  lines: StoryLine[];
  /** Goods after all discounts plus shipping: what the customer pays. */
  paid: string;
  /** Why risk detectors should look at it, if the teller made it so. */
  oddity: 'self-purchase' | 'same-phone' | 'too-fast' | 'shared-device' | 'large' | 'unknown-code' | null;
};

export type OrderShipped = { at: number; do: 'ship'; order: string; carrier: string; tracking: string };

/** The customer confirms receipt. Orders without this event complete by themselves. */
export type OrderCompleted = { at: number; do: 'complete'; order: string };

/** Exactly one of the three: by piece, by a part of lines' bases, or all that is left. `money` is what goes back to the customer. */
export type OrderRefunded = {
  at: number;
  do: 'refund';
  refund: string;
  order: string;
  of: { lines: { sku: string; quantity: number }[] } | { amounts: { sku: string; amount: string }[] } | 'rest';
  money: string;
  reason: string;
};

/** A clerk sits down: approves all that is in review then, but for the orders left for later and those rejected. */
export type CommissionsDecided = {
  at: number;
  do: 'decide-commissions';
  approve: 'all-in-review';
  leave: string[];
  reject: { order: string; reason: string }[];
};

/**
 * A promoter asks for a part of what is available then: `portionPercent` of it, cut down to a multiple of `step`, at most `most`.
 * Where that is below `least`, nothing happens, and the later events of this payout are void.
 */
export type PayoutRequested = {
  at: number;
  do: 'request-payout';
  payout: string;
  promoter: string;
  portionPercent: number;
  step: string;
  least: string;
  most: string;
};

export type PayoutDecided = {
  at: number;
  do: 'decide-payout';
  payout: string;
  decision: 'approve' | 'reject';
  reason: string | null;
};

/** After approval: the promoter confirms receipt (`paid`), lets it lapse (`expired`), or the transfer fails. */
export type PayoutSettled = {
  at: number;
  do: 'settle-payout';
  payout: string;
  result: 'paid' | 'expired' | 'failed';
  /** Why the money came back; null when it arrived. */
  reason: string | null;
};
