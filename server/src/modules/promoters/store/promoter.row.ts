import { column, type RowOf, table } from '../../../foundation/db';

export const PROMOTER_STATUSES = ['applicant', 'active', 'suspended', 'banned', 'rejected'] as const;
export type PromoterStatus = (typeof PROMOTER_STATUSES)[number];

/** A promoter as he stands now. What he was at an earlier instant is in `promoter_change`. */
export const promoterTable = table(
  'promoter',
  {
    merchantId: column.id(),
    id: column.id(),
    /** The merchant's own name for him: in orders, files and links. */
    code: column.outside(),
    name: column.text(128),
    phone: column.orNull(column.text(32)),
    /** Fills names and pictures in lists; an address under `/files/` or of WeChat. */
    avatar: column.orNull(column.text(512)),
    /** The member who signs in as this promoter, and the customer that he is when he buys. */
    memberId: column.orNull(column.id()),
    customerId: column.orNull(column.id()),
    status: column.text<PromoterStatus>(16),
    /** Null: he has always been active. */
    joinedAt: column.orNull(column.instant()),
    inviterId: column.orNull(column.id()),
    /** The near inviters, so that team pages need no walk; null where there is none. */
    inviter2Id: column.orNull(column.id()),
    inviter3Id: column.orNull(column.id()),
    /** 1 for a promoter without an inviter. */
    depth: column.count(),
    programme: column.outside(),
    /** Null is the default group. */
    groupCode: column.orNull(column.outside()),
    isProgrammePinned: column.flag(),
    isGroupPinned: column.flag(),
    /** When anything of his standing last changed: an order paid later needs no history. */
    changedAt: column.instant(),
    createdAt: column.instant(),
  },
  {
    primary: ['merchantId', 'id'],
    unique: [['merchantId', 'code']],
    indexes: [
      ['merchantId', 'status', 'id'],
      ['merchantId', 'inviterId', 'id'],
      ['merchantId', 'memberId'],
      ['merchantId', 'customerId'],
      ['merchantId', 'phone'],
      ['merchantId', 'programme'],
    ],
  },
);
export type PromoterRow = RowOf<typeof promoterTable>;
