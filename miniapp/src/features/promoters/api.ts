import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { type Me, takeIn } from '@/features/identity/api';
import { call } from '@/lib/http';

export type JoinPage = Out<'member.join'>;
export type Ladder = NonNullable<NonNullable<Me['promoter']>['ladder']>;

export function readJoin(invitation: string | null): Promise<JoinPage> {
  return call(routes.member.join, { query: { invitation: invitation ?? undefined } });
}

export interface Application {
  name: string;
  phoneCode: string | null;
  invitation: string | null;
  consents: { kind: 'promoter_terms' | 'privacy'; version: number }[];
}

export async function apply(application: Application, key: string): Promise<Me> {
  return takeIn(await call(routes.member.apply, { body: application, key }));
}
