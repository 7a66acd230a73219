import type { DemoPromoter } from '../people';
import type { Dice } from '../random';
import { shareWords } from '../words';
import { dayMs, hourMs, minuteMs, type StoryDay, shoppingInstant, wholeSecond } from './calendar';
import { type StoryCast, zealAt } from './cast';
import type { LeadLeft, ShareMade, ShareOpened } from './events';

const channels = [
  { channel: 'friend', weight: 62 },
  { channel: 'moments', weight: 16 },
  { channel: 'poster', weight: 14 },
  { channel: 'link', weight: 8 },
] as const;

const wishes = [
  '想问有没有小包装',
  '公司要二十份，能开票吗',
  '节前到货的话想订',
  '先留个电话，到新茶时叫我',
  '想看实物视频',
];

/** Shares and opens as they pile up; `sharesOf` is by promoter, in order of time. */
export type TouchBook = {
  sharesOf: Map<string, ShareMade[]>;
  opens: ShareOpened[];
  leads: LeadLeft[];
};

/** The everyday shares of all promoters, before anybody opens them. */
export function shareDaily(dice: Dice, cast: StoryCast, days: readonly StoryDay[], endAt: number): TouchBook {
  const book: TouchBook = { sharesOf: new Map(), opens: [], leads: [] };
  for (const day of days) {
    for (const promoter of cast.promoters) {
      const zeal = zealAt(promoter, day.start, endAt);
      if (zeal === 0) continue;
      const count = dice.poisson(0.15 + zeal * 0.05);
      const instants = Array.from({ length: count }, () => shoppingInstant(dice, day.start, day.start + dayMs));
      for (const at of instants.filter((instant) => instant <= endAt)) addShare(dice, cast, book, promoter, at);
    }
  }
  return book;
}

/** The promoter's share through which somebody came who pays at `at`: a recent one, else a new one made for the occasion. */
export function shareBefore(
  dice: Dice,
  cast: StoryCast,
  book: TouchBook,
  promoter: DemoPromoter,
  at: number,
  startAt: number,
): ShareMade {
  const recent = (book.sharesOf.get(promoter.code) ?? []).filter(
    (share) => share.at < at - 5 * minuteMs && share.at > at - 4 * dayMs,
  );
  if (recent.length > 0) return dice.pick(recent.slice(-4));
  return addShare(
    dice,
    cast,
    book,
    promoter,
    Math.max(startAt + minuteMs, wholeSecond(at - dice.between(0.4, 5) * hourMs)),
  );
}

/** All who opened without buying, and the few of them who left a word. */
export function addPassersBy(dice: Dice, cast: StoryCast, book: TouchBook, endAt: number): void {
  let visitor = 0;
  for (const share of [...book.sharesOf.values()].flat().sort(byTime)) {
    for (let left = dice.poisson(cast.opensPerShare); left > 0; left -= 1) {
      const at = wholeSecond(share.at + 20_000 + dice.between(0, 1) ** 3 * 40 * hourMs);
      if (at >= endAt) continue;
      const known = dice.chance(0.24);
      if (!known) visitor += 1;
      const person = known ? dice.pick(cast.customers).id : `V${String(visitor).padStart(5, '0')}`;
      book.opens.push({ at, do: 'open', share: share.share, person });
      if (dice.chance(0.025) && at + 4 * minuteMs < endAt)
        book.leads.push({ at: at + 3 * minuteMs, do: 'lead', share: share.share, person, wish: dice.pick(wishes) });
    }
  }
}

/** Numbers the shares in order of time, here and in everything that points to them. */
export function numberShares(book: TouchBook): Map<string, string> {
  const shares = [...book.sharesOf.values()].flat().sort(byTime);
  const numbers = new Map(shares.map((share, index) => [share.share, `S${String(index + 1).padStart(5, '0')}`]));
  for (const one of [...shares, ...book.opens, ...book.leads]) one.share = numbers.get(one.share)!;
  return numbers;
}

const byTime = (a: { at: number }, b: { at: number }): number => a.at - b.at;

function addShare(dice: Dice, cast: StoryCast, book: TouchBook, promoter: DemoPromoter, at: number): ShareMade {
  const list = book.sharesOf.get(promoter.code) ?? [];
  book.sharesOf.set(promoter.code, list);
  const product = dice.weighted(cast.products, (one) => one.popularity);
  const fitting = shareWords.filter(({ category }) => category === null || category === product.category);
  const share: ShareMade = {
    at,
    do: 'share',
    // A provisional name: the final numbers follow the order of time.
    share: `${promoter.code}/${list.length}`,
    promoter: promoter.code,
    sku: product.sku,
    channel: dice.weighted(channels, ({ weight }) => weight).channel,
    words: dice.chance(0.62) ? dice.pick(fitting).words : null,
  };
  list.push(share);
  list.sort(byTime);
  return share;
}
