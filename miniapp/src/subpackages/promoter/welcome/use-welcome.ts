import { useEffect } from 'react';
import { useMe } from '@/features/identity/api';
import { useHome } from '@/features/reporting/api';
import { shopStore } from '@/lib/shop';
import { writeStored } from '@/lib/storage';
import { useStore } from '@/lib/store';

const DAY_MS = 86_400_000;
/** What delivery and a review usually take, for the example's dates: they say 约. */
const DELIVERY_DAYS = 3;
const REVIEW_DAYS = 2;

/** The first step: how one sale goes, with dates, and three pieces to begin with. */
export function useWelcome() {
  const me = useMe();
  const home = useHome();
  const shop = useStore(shopStore);
  useEffect(() => writeStored('welcomed', true), []);
  const holdDays = shop?.holdDays ?? 0;
  const picks = home.data?.picks ?? [];
  const datesFrom = (now: number) => ({
    received: now + DELIVERY_DAYS * DAY_MS,
    matured: now + (DELIVERY_DAYS + holdDays) * DAY_MS,
    reviewed: now + (DELIVERY_DAYS + holdDays + REVIEW_DAYS) * DAY_MS,
  });
  return {
    home,
    name: me.data?.promoter?.name ?? me.data?.member.name ?? '',
    example: picks.find(({ earn }) => earn) ?? picks[0] ?? null,
    picks: picks.slice(0, 3),
    holdDays,
    datesFrom,
  };
}
