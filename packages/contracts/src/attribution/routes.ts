import type { Routes } from '../common/route';

export const attributionRoutes = {
  share: {
    id: 'attribution.share',
    method: 'POST',
    path: '/api/v1/member/shares',
    auth: 'member',
    summary: 'A promoter shares a product or the shop: the share’s code, card, path and picture.',
  },
  touch: {
    id: 'attribution.touch',
    method: 'POST',
    path: '/api/v1/member/touches',
    auth: 'member',
    summary: 'Somebody opened what a promoter shared.',
  },
  sharePicture: {
    id: 'attribution.sharePicture',
    method: 'GET',
    path: '/api/v1/shares/{merchant}/{code}/picture',
    auth: 'public',
    gives: 'picture',
    summary: 'The mini-program code of a share.',
  },
} as const satisfies Routes;
