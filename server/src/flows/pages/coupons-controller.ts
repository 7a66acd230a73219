import { type In, type Out, routes } from '@fenrun/contracts';
import { type CompiledBook, foldCoupon } from '@fenrun/engine';
import { formatInstant, formatMoney, type Instant, isRefusal, minor, type Refusal, refuse, zone } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, cursorOf, placeOf, Serves } from '../../foundation/http';
import {
  addCoupon,
  type CouponFilter,
  type CouponRow,
  couponByCode,
  couponState,
  listCoupons,
  saveCoupon,
} from '../../modules/attribution';
import { currentBook } from '../../modules/plans';
import { listPromoters, promotersByCode, promotersById } from '../../modules/promoters';
import { readCoupon } from '../read-coupon';
import { shownAt } from './instant-words';
import { ruleEntries, stateOf } from './rule-entries';

const route = routes.coupons;

type CouponView = Out<typeof route.read>;

/** Owners that a search looks for by their names, at most. */
const OWNERS_AT_MOST = 500;

/** Coupons: what they take off, whose they are, how often they were used. */
@Controller('/')
export class CouponsController {
  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    const { db, merchantId, now } = call;
    const place = query.cursor === undefined ? null : placeOf(query.cursor, 'number', 'string');
    if (isRefusal(place)) return place;
    const filter = await filterOf(call, query);
    if (filter === null) return { data: [], nextCursor: null };
    const after = place && { createdAt: place[0], foldedCode: place[1] };
    const rows = await listCoupons(db.read, merchantId, filter, after, query.limit + 1, now);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      data: await couponViews(call, shown),
      nextCursor: rows.length > query.limit && last ? cursorOf([last.createdAt, last.foldedCode]) : null,
    };
  }

  @Serves(route.add)
  async add({ body }: In<typeof route.add>, call: Call): Promise<CouponView | Refusal> {
    const { code, ...form } = body;
    const added = await call.write(async (tx) => {
      const terms = await readCoupon(tx, frameOf(call), form);
      return isRefusal(terms) ? terms : addCoupon(tx, call.merchantId, code, terms, call.now);
    });
    return isRefusal(added) ? added : one(call, code);
  }

  @Serves(route.read)
  read({ params }: In<typeof route.read>, call: Call): Promise<CouponView | Refusal> {
    return one(call, params.code);
  }

  @Serves(route.save)
  async save({ params, body }: In<typeof route.save>, call: Call): Promise<CouponView | Refusal> {
    const saved = await call.write(async (tx) => {
      const terms = await readCoupon(tx, frameOf(call), body);
      return isRefusal(terms) ? terms : saveCoupon(tx, call.merchantId, params.code, terms);
    });
    return isRefusal(saved) ? saved : one(call, params.code);
  }
}

function frameOf({ merchantId, merchant }: Call) {
  return { merchantId, currency: merchant.currency, zone: zone(merchant.timezone) };
}

/** Null where nothing can be found: a promoter whom nobody knows owns nothing. */
async function filterOf({ db, merchantId }: Call, query: In<typeof route.list>['query']): Promise<CouponFilter | null> {
  const { state, owner, q } = query;
  const [row] = owner ? await promotersByCode(db.read, merchantId, [owner]) : [];
  if (owner && !row) return null;
  const code = q?.trim();
  const owners = code ? await listPromoters(db.read, merchantId, { q: code }, OWNERS_AT_MOST) : [];
  const words = code ? { code, ownerIds: owners.map(({ id }) => id) } : undefined;
  return { states: state, ownerId: row?.id, words };
}

async function one(call: Call, code: string): Promise<CouponView | Refusal<'not-found'>> {
  const row = await couponByCode(call.db.read, call.merchantId, code);
  if (!row) return refuse('not-found');
  const [view] = await couponViews(call, [row]);
  return view ?? refuse('not-found');
}

async function couponViews({ db, merchantId, merchant, now }: Call, rows: readonly CouponRow[]): Promise<CouponView[]> {
  const owners = await promotersById(
    db.read,
    merchantId,
    rows.flatMap(({ ownerId }) => ownerId ?? []),
  );
  const byId = new Map(owners.map((owner) => [owner.id, owner]));
  const { compiled } = await currentBook(db.read, merchantId, db);
  const rules = rulesByCoupon(compiled, now);
  return rows.map((row) => {
    const owner = row.ownerId === null ? undefined : byId.get(row.ownerId);
    return {
      code: row.code,
      owner: owner?.code ?? null,
      ownerName: owner?.name ?? null,
      discount: discountForm(row.discount, merchant.currency),
      from: shownAt(row.fromAt),
      to: shownAt(row.toAt),
      useLimit: row.useLimit,
      active: row.isActive,
      uses: row.uses,
      state: couponState(row, now),
      createdAt: formatInstant(row.createdAt),
      rules: rules.get(row.foldedCode) ?? 0,
    };
  });
}

function discountForm(discount: CouponRow['discount'], currency: string): CouponView['discount'] {
  if (discount === null) return null;
  return 'amount' in discount
    ? { amount: formatMoney(minor(discount.amount), currency) }
    : { percent: discount.percent };
}

/** How many rules that can still hold ask for each coupon. */
function rulesByCoupon(compiled: CompiledBook, now: Instant): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const entry of ruleEntries(compiled)) {
    const state = stateOf(entry, now);
    if (state !== 'running' && state !== 'coming') continue;
    for (const code of new Set((entry.rule.when.coupons ?? []).map(foldCoupon)))
      counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  return counts;
}
