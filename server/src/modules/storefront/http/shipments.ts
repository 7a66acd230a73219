import { type In, type Out, routes } from '@fenrun/contracts';
import type { Refusal } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, FileAnswer, type OpenCall, Serves } from '../../../foundation/http';
import { type NoticeReply, STOREFRONT, type StorefrontSurroundings } from './surroundings';

const route = routes.storefront;

/** Sending parcels, and what WeChat tells us. */
@Controller('/')
export class ShipmentsController {
  @Inject(STOREFRONT)
  private readonly own: StorefrontSurroundings;

  @Serves(route.ship)
  ship({ params, body }: In<typeof route.ship>, call: Call): Promise<Out<typeof route.ship> | Refusal> {
    return this.own.stories.shipOrder(call, params.id, body);
  }

  @Serves(route.payNotice)
  async payNotice({ params }: In<typeof route.payNotice>, call: OpenCall): Promise<FileAnswer> {
    return told(await this.own.stories.payNotice(params.merchant, call.raw, signatureOf(call), call.now));
  }

  @Serves(route.refundNotice)
  async refundNotice({ params }: In<typeof route.refundNotice>, call: OpenCall): Promise<FileAnswer> {
    return told(await this.own.stories.refundNotice(params.merchant, call.raw, signatureOf(call), call.now));
  }

  @Serves(route.pushCheck)
  async pushCheck({ params, query }: In<typeof route.pushCheck>, call: OpenCall): Promise<FileAnswer> {
    return told(await this.own.stories.push(params.merchant, query, null, call.now));
  }

  @Serves(route.push)
  async push({ params, query }: In<typeof route.push>, call: OpenCall): Promise<FileAnswer> {
    return told(await this.own.stories.push(params.merchant, query, call.raw, call.now));
  }
}

/** The headers that carry a notification's signature. */
function signatureOf(call: OpenCall): Record<string, string | undefined> {
  const names = ['wechatpay-timestamp', 'wechatpay-nonce', 'wechatpay-signature', 'wechatpay-serial'];
  return Object.fromEntries(names.map((name) => [name, call.header(name)]));
}

function told({ status, body }: NoticeReply): FileAnswer {
  const text = typeof body === 'string' ? body : body === null ? '' : JSON.stringify(body);
  return new FileAnswer(
    text,
    typeof body === 'string' ? 'text/plain; charset=utf-8' : 'application/json; charset=utf-8',
    { status },
  );
}
