import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, FileAnswer, type OpenCall, Serves } from '../../foundation/http';
import { INSTALLATION, type Installation } from '../../installation';
import { shareByCode } from '../../modules/attribution';
import { merchantBySlug } from '../../modules/identity';
import { pageOfShare, shareSomething } from '../share';
import { codeImage } from '../shop-code-image';
import { shopOf } from '../shop-part';
import { openShare } from '../touch';

const route = routes.attribution;

/** A code always leads to the same share, so its picture may be kept for a day. */
const HEADERS = { 'Cache-Control': 'public, max-age=86400', 'Cross-Origin-Resource-Policy': 'cross-origin' };

/** Sharing, and opening what was shared. */
@Controller('/')
export class AttributionController {
  @Inject(INSTALLATION)
  private readonly installation: Installation;

  @Serves(route.share)
  share({ body }: In<typeof route.share>, call: Call): Promise<Out<typeof route.share> | Refusal> {
    return shareSomething(call, this.installation.settings.publicUrl, body);
  }

  @Serves(route.touch)
  touch({ body }: In<typeof route.touch>, call: Call): Promise<Out<typeof route.touch> | Refusal> {
    return openShare(call, body);
  }

  @Serves(route.sharePicture)
  async sharePicture({ params }: In<typeof route.sharePicture>, call: OpenCall): Promise<FileAnswer | Refusal> {
    const merchant = await merchantBySlug(call.db.read, params.merchant);
    const share = merchant ? await shareByCode(call.db.read, merchant.id, params.code) : undefined;
    if (!merchant || !share) return refuse('unknown-share');
    const ask = { merchantId: merchant.id, shareCode: share.code, page: pageOfShare(share) };
    const picture = await codeImage(shopOf(this.installation), ask);
    return isRefusal(picture) ? picture : new FileAnswer(picture.bytes, picture.mime, { headers: HEADERS });
  }
}
