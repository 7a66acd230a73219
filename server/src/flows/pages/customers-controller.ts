import { type In, type Out, routes } from '@fenrun/contracts';
import { FOREVER, formatInstant, formatMoney, isRefusal, minor, type Refusal, refuse } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { find, findOne } from '../../foundation/db';
import { type Call, cursorOf, placeOf, Serves } from '../../foundation/http';
import { readClaimFacts, touchTable } from '../../modules/attribution';
import {
  type CustomerFigures,
  categoriesBought,
  customerFigures,
  instantText,
  listCustomers,
} from '../../modules/commission';
import { maskPhone, type PromoterRow, promotersByCustomer, promotersById } from '../../modules/promoters';
import { type CustomerRow, customerTable } from '../../modules/sales';
import { categoriesOf } from '../../modules/storefront';
import { distinct } from '../timeline/load-sales';

const route = routes.customers;

type RowView = Out<typeof route.list>['data'][number];
type Detail = Out<typeof route.read>;

/** Touches that a profile shows at most. */
const TOUCHES = 50;

/** Those who bought. */
@Controller('/')
export class CustomersController {
  @Serves(route.list)
  async list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    const { limit, cursor, sort, ...filter } = query;
    const after = cursor === undefined ? null : placeOf(cursor, 'number', 'string');
    if (isRefusal(after)) return after;
    const { db, merchantId, merchant } = call;
    const page = await listCustomers(db.read, merchantId, merchant.region, filter, sort, after, limit);
    return {
      data: await rowViews(call, page.rows),
      nextCursor: page.next === null ? null : cursorOf(page.next),
    };
  }

  @Serves(route.read)
  async read({ params }: In<typeof route.read>, call: Call): Promise<Detail | Refusal> {
    const { db, merchantId } = call;
    const where = 'merchant_id = ? AND (id = ? OR outside_id = ?)';
    const customer = await findOne(db.read, customerTable, where, [merchantId, params.id, params.id]);
    if (!customer) return refuse('not-found');
    const [row] = await rowViews(call, [customer]);
    const [touches, own, bought, categories] = await Promise.all([
      find(
        db.read,
        touchTable,
        'merchant_id = ? AND customer_id = ?',
        [merchantId, customer.id],
        `ORDER BY at DESC LIMIT ${TOUCHES}`,
      ),
      promotersByCustomer(db.read, merchantId, [customer.id]),
      categoriesBought(db.read, merchantId, customer.id),
      categoriesOf(db.read, merchantId),
    ]);
    const promoters = await promotersById(db.read, merchantId, distinct(touches.map(({ promoterId }) => promoterId)));
    const byId = new Map(promoters.map((promoter) => [promoter.id, promoter]));
    const names = new Map(categories.map(({ id, name }) => [id, name]));
    return {
      ...(row as RowView),
      email: customer.email,
      boundTo: await boundTo(call, customer.id),
      promotes: own[0]?.code ?? null,
      touches: touches.flatMap(({ at, kind, promoterId }) => {
        const promoter = byId.get(promoterId);
        return promoter ? [{ at: formatInstant(at), kind, promoter: mention(promoter) }] : [];
      }),
      categories: bought.map(({ category, pieces }) => ({ name: names.get(category) ?? category, pieces })),
    };
  }
}

/** The promoter to whom a binding ties the customer now, and until when; null is for good. */
async function boundTo({ db, merchantId, now }: Call, customerId: string): Promise<Detail['boundTo']> {
  const ask = {
    paidAt: now,
    customerId,
    promoterCode: null,
    subscription: null,
    sequence: null,
    coupons: [],
    campaign: null,
  };
  const { bindings } = await readClaimFacts(db.read, merchantId, [ask]);
  const latest = (bindings.get(customerId) ?? []).filter(({ fromAt }) => fromAt <= now).at(-1);
  if (!latest || latest.toAt <= now) return null;
  const [promoter] = await promotersById(db.read, merchantId, [latest.promoterId]);
  if (!promoter) return null;
  return { promoter: mention(promoter), until: latest.toAt >= FOREVER ? null : formatInstant(latest.toAt) };
}

function mention({ code, name, avatar }: PromoterRow) {
  return { code, name, avatar };
}

async function rowViews({ db, merchantId, merchant }: Call, rows: readonly CustomerRow[]): Promise<RowView[]> {
  const figures = await customerFigures(
    db.read,
    merchantId,
    rows.map(({ id }) => id),
  );
  const ids = distinct([...figures.values()].map(({ promoterId }) => promoterId));
  const promoters = new Map((await promotersById(db.read, merchantId, ids)).map((row) => [row.id, row]));
  const money = (amount: number) => formatMoney(minor(amount), merchant.currency);
  const none: CustomerFigures = { refunded: 0, country: null, promoterId: null };
  return rows.map((row) => {
    const { refunded, country, promoterId } = figures.get(row.id) ?? none;
    const promoter = promoters.get(promoterId ?? '');
    return {
      id: row.id,
      outsideId: row.outsideId,
      name: row.name,
      phone: row.phone === null ? null : maskPhone(row.phone),
      country,
      orders: row.orders,
      currency: merchant.currency,
      sales: money(row.spent),
      refunded: money(refunded),
      firstOrderAt: instantText(row.firstPaidAt),
      lastOrderAt: instantText(row.lastPaidAt),
      promoter: promoter ? mention(promoter) : null,
    };
  });
}
