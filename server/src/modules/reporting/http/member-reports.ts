import { type In, type Out, routes } from '@fenrun/contracts';
import { type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { findOne } from '../../../foundation/db';
import { type Call, Serves } from '../../../foundation/http';
import { memberById, merchantById } from '../../identity';
import { countUnread } from '../../messaging';
import { currentBook } from '../../plans';
import { type PromoterRow, promoterTable } from '../../promoters';
import { lookingOf, STOREFRONT, type StorefrontSurroundings, shelfOf, shopRowView } from '../../storefront';
import { applicationOf, readOwnEarnings, runningCampaigns } from '../queries/member-home';
import { readMemberWork } from '../queries/member-work';
import { askingOf } from './asking';

const route = routes.reporting;

/** Products on the first page. */
const PICKS = 6;

/** The mini-program's first page, and a promoter's own figures. */
@Controller('/')
export class MemberReportsController {
  @Inject(STOREFRONT)
  private readonly shop: StorefrontSurroundings;

  @Serves(route.memberHome)
  async memberHome(_: In<typeof route.memberHome>, call: Call): Promise<Out<typeof route.memberHome>> {
    const { merchantId, merchant, actor, lang, now } = call;
    const db = call.db.read;
    const [promoter, member, owner, { book }] = await Promise.all([
      ownPromoter(call),
      memberById(db, merchantId, actor.id),
      merchantById(db, merchantId),
      currentBook(db, merchantId, call.db),
    ]);
    const looking = lookingOf(call);
    const active = promoter?.status === 'active' ? promoter : undefined;
    return {
      currency: merchant.currency,
      shop: { name: merchant.name, logo: owner?.logo ?? null },
      name: promoter?.name ?? member?.name ?? null,
      avatar: promoter?.avatar ?? member?.avatar ?? null,
      earnings: active
        ? await readOwnEarnings(db, active, await this.shop.stories.whenPaid(looking), askingOf(call))
        : null,
      application: applicationOf(promoter, lang),
      picks: await this.picks(call),
      campaigns: runningCampaigns(book, now),
      unread: await countUnread(db, merchantId, actor.id),
    };
  }

  @Serves(route.memberWork)
  async memberWork(
    { query }: In<typeof route.memberWork>,
    call: Call,
  ): Promise<Out<typeof route.memberWork> | Refusal> {
    const promoter = await ownPromoter(call);
    return promoter
      ? readMemberWork(call.db.read, promoter.id, query.days, askingOf(call))
      : refuse('promoter-not-active');
  }

  /** What a campaign pays more for, then what sells best. */
  private async picks(call: Call): Promise<Out<typeof route.memberHome>['picks']> {
    const shelf = (await shelfOf(call.db.read, call.merchantId, {})).filter(({ stock }) => stock > 0);
    const earnings = await this.shop.stories.earnings(lookingOf(call), shelf);
    const isInCampaign = (sku: string) => Number(Boolean(earnings.get(sku)?.earn?.tag));
    const best = shelf
      .sort((a, b) => isInCampaign(b.sku) - isInCampaign(a.sku) || b.sold - a.sold || (a.sku < b.sku ? -1 : 1))
      .slice(0, PICKS);
    return best.map((row) => shopRowView(row, call.merchant.currency, earnings.get(row.sku)));
  }
}

function ownPromoter({ db, merchantId, actor }: Call): Promise<PromoterRow | undefined> {
  return findOne(db.read, promoterTable, 'merchant_id = ? AND member_id = ?', [merchantId, actor.id]);
}
