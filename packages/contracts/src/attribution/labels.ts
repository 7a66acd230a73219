import type { Words } from '../common/words';

export const touchWords = {
  click: { zh: '打开链接', en: 'Opened a link' },
  scan: { zh: '扫码', en: 'Scanned a code' },
  share: { zh: '打开分享', en: 'Opened a share' },
} as const satisfies Words;

export const shareChannelWords = {
  friend: { zh: '微信好友', en: 'WeChat friend' },
  timeline: { zh: '朋友圈', en: 'Moments' },
  poster: { zh: '海报', en: 'Poster' },
  code: { zh: '小程序码', en: 'Mini-program code' },
  link: { zh: '链接', en: 'Link' },
} as const satisfies Words;
