import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, type OpenCall, Serves } from '../../../foundation/http';
import { beginMemberSession, endMemberSession, meetMember, type WechatPerson } from '../commands/members';
import { merchantBySlug } from '../queries/find-merchants';

const route = routes.identity;

/** Who a code of `wx.login` stands for at a merchant; the room `wechat` asks WeChat. */
export type ExchangeCode = (
  merchantId: string,
  code: string,
) => Promise<WechatPerson | Refusal<'invalid-code' | 'wechat-unavailable' | 'wechat-not-configured'>>;

/** The name under which it stands in the container. */
export const EXCHANGE_CODE = 'identity:exchange-code';

/** Signing in to the mini-program. */
@Controller('/')
export class MemberSessionController {
  @Inject(EXCHANGE_CODE)
  private readonly exchangeCode: ExchangeCode;

  @Serves(route.memberSignIn)
  async signIn(
    { body }: In<typeof route.memberSignIn>,
    call: OpenCall,
  ): Promise<Out<typeof route.memberSignIn> | Refusal> {
    const merchant = await merchantBySlug(call.db.read, body.merchant);
    if (!merchant) return refuse('unknown-merchant');
    const person = await this.exchangeCode(merchant.id, body.code);
    if (isRefusal(person)) return person;
    const { token, expiresAt } = await call.db.write(async (tx) => {
      const member = await meetMember(tx, merchant.id, person, call.now);
      return beginMemberSession(tx, merchant.id, member.id, Date.now());
    });
    return { token, expiresAt: formatInstant(expiresAt) };
  }

  @Serves(route.memberSignOut)
  async signOut(_: In<typeof route.memberSignOut>, call: Call): Promise<undefined> {
    await call.db.write((tx) => endMemberSession(tx, call.sessionId));
    return undefined;
  }
}
