import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { learnNow } from '@/lib/clock';
import { call } from '@/lib/http';
import { merchantSlug } from '@/lib/merchant';
import { platform } from '@/lib/platform';
import { type Answer, useQuery } from '@/lib/query/use-query';
import { type Shop, shopStore } from '@/lib/shop';
import { instantOf } from '@/lib/zone';

export type Me = Out<'member.me'>;

/** The silent sign-in: `wx.login` → code → token. */
export async function openSession(): Promise<string> {
  const code = await platform.login();
  const { token } = await call(routes.identity.memberSignIn, { body: { merchant: merchantSlug(), code } });
  return token;
}

/** Who is signed in. What the whole app needs of it (shop, money, clock) is taken out here, wherever the answer comes from. */
export async function readMe(): Promise<Me> {
  return takeIn(await call(routes.member.me));
}

export function takeIn(me: Me): Me {
  learnNow(instantOf(me.now));
  shopStore.set(shopOf(me));
  return me;
}

export function shopOf({ merchant }: Me): Shop {
  return {
    name: merchant.name,
    logo: merchant.logo,
    currency: merchant.currency,
    contact: merchant.contact,
    holdDays: merchant.holdDays,
    zone: { offsets: merchant.offsets.map(({ from, minutes }) => ({ from: instantOf(from), minutes })) },
  };
}

export function useMe(isAsked = true): Answer<Me> {
  return useQuery({ key: isAsked ? 'me' : null, read: readMe, isKept: true });
}

export function readAgreement(kind: 'promoter_terms' | 'privacy'): Promise<Out<'member.agreement'>> {
  return call(routes.member.agreement, { params: { kind } });
}

export async function signOut(): Promise<void> {
  await call(routes.identity.memberSignOut);
}
