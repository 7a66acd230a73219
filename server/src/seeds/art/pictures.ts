import { campaignPictures } from './campaigns';
import { facePictures } from './faces';
import { giftPictures } from './products-gifts';
import { linenPictures } from './products-linen';
import { pantryPictures } from './products-pantry';
import { scentPictures } from './products-scent';
import { teaPictures } from './products-tea';
import { teawarePictures } from './products-teaware';

/**
 * Every picture of the demo shop as folder → name → SVG. The files beside this one are written from here by the test of the
 * seeds (`npx vitest run test/seeds -u`, twice: the first run writes), which otherwise proves that they still agree.
 */
export const pictures: Readonly<Record<'products' | 'campaigns' | 'faces', Readonly<Record<string, string>>>> = {
  products: {
    ...teaPictures,
    ...teawarePictures,
    ...pantryPictures,
    ...linenPictures,
    ...scentPictures,
    ...giftPictures,
  },
  campaigns: campaignPictures,
  faces: facePictures,
};
