import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, FileAnswer, type OpenCall, Serves } from '../../../foundation/http';
import { pictureUrl } from './product-view';
import { STOREFRONT, type StorefrontSurroundings } from './surroundings';

const route = routes.storefront;

/** A picture runs nothing, whatever is in it, and never changes under its address. */
const HEADERS = {
  'Cache-Control': 'public, max-age=31536000, immutable',
  'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  'Cross-Origin-Resource-Policy': 'cross-origin',
};

/** Pictures of products. */
@Controller('/')
export class PicturesController {
  @Inject(STOREFRONT)
  private readonly own: StorefrontSurroundings;

  @Serves(route.addPicture)
  async addPicture(_: In<typeof route.addPicture>, call: Call): Promise<Out<typeof route.addPicture> | Refusal> {
    const kept = await this.own.pictures.keep(call.raw);
    if (isRefusal(kept)) return kept;
    // The file is not in the database, but that somebody put it there is written down.
    const { id, width, height } = await call.write(async () => kept);
    return { id, url: pictureUrl(id), width, height };
  }

  @Serves(route.picture)
  async picture({ params }: In<typeof route.picture>, _call: OpenCall): Promise<FileAnswer | Refusal> {
    const file = await this.own.pictures.read(params.id);
    return file ? new FileAnswer(file.bytes, file.mime, { headers: HEADERS }) : refuse('not-found');
  }
}
