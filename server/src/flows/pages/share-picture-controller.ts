import { type In, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { findOne } from '../../foundation/db';
import { FileAnswer, type OpenCall, Serves } from '../../foundation/http';
import { type ShareRow, shareTable } from '../../modules/attribution';
import { merchantBySlug } from '../../modules/identity';
import { codeImage } from '../shop-code-image';
import { SHOP, type ShopSurroundings } from '../shop-surroundings';

const route = routes.attribution.sharePicture;

/** The mini-program code of a share, for posters. WeChat draws it once; the code of a share never changes. */
@Controller('/')
export class SharePictureController {
  @Inject(SHOP)
  private readonly shop: ShopSurroundings;

  @Serves(route)
  async sharePicture({ params }: In<typeof route>, call: OpenCall): Promise<FileAnswer | Refusal> {
    const merchant = await merchantBySlug(call.db.read, params.merchant);
    const key = [merchant?.id ?? '', params.code];
    const share = merchant && (await findOne(call.db.read, shareTable, 'merchant_id = ? AND code = ?', key));
    if (!share) return refuse('unknown-share');
    const ask = { merchantId: share.merchantId, shareCode: share.code, page: pageOf(share) };
    const drawn = await codeImage(this.shop, ask);
    if (isRefusal(drawn)) return drawn;
    const headers = {
      'Cache-Control': 'public, max-age=31536000, immutable',
      'Cross-Origin-Resource-Policy': 'cross-origin',
    };
    return new FileAnswer(drawn.bytes, drawn.mime, { headers });
  }
}

/** Where the code leads. A page takes no query beside the scene, so the product is looked up by the touch. */
function pageOf({ sku, isInvite }: ShareRow): string {
  if (isInvite) return 'subpackages/promoter/join/index';
  return sku === null ? 'pages/home/index' : 'subpackages/shop/product/index';
}
