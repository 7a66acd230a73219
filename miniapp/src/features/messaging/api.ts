import type { Out } from '@fenrun/contracts';
import { routes } from '@fenrun/contracts/routes';
import { call } from '@/lib/http';

export type Message = Out<'member.messages'>['data'][number];

export function readMessages(cursor: string | null): Promise<Out<'member.messages'>> {
  return call(routes.member.messages, { query: { limit: 30, cursor: cursor ?? undefined } });
}

export function markRead(upTo: string): Promise<Out<'member.readMessages'>> {
  return call(routes.member.readMessages, { body: { upTo } });
}
