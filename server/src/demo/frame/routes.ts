/// <reference types="vite/client" />
import type { Lang } from '@fenrun/contracts';
import { isRefusal, refuse } from '@fenrun/kernel';
import { codeImage } from '../../flows/shop-code-image';
import { shopOf } from '../../flows/shop-part';
import type { Exchange, HotRoute } from '../../foundation/http';
import type { Installation } from '../../installation';
import { allMerchants, type MerchantRow, merchantBySlug } from '../../modules/identity';
import frameCss from './frame.css?raw';
import frameHtml from './frame.html?raw';
import frameJs from './frame.js?raw';
import narrowJs from './frame-narrow.js?raw';
import partsJs from './frame-parts.js?raw';
import wordsJs from './frame-words.js?raw';
import openHtml from './open-in-wechat.html?raw';

const POLICY =
  "default-src 'self'; img-src 'self' data: https:; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

const TYPES = { html: 'text/html', css: 'text/css', js: 'text/javascript' } as const;

/**
 * What stands at `/m/` before the built preview: in the demo the phone frame; else a code that opens the mini-program in WeChat, because
 * outside of WeChat nobody could sign in.
 */
export function frameRoutes(installation: Installation): HotRoute[] {
  const css = file('m.frame-css', /^\/m\/frame\.css$/, 'css', frameCss);
  if (!installation.settings.demo) return [css, codeRoute(installation), openRoute(installation)];
  return [
    css,
    file('m.frame-js', /^\/m\/frame\.js$/, 'js', frameJs),
    file('m.frame-parts-js', /^\/m\/frame-parts\.js$/, 'js', partsJs),
    file('m.frame-words-js', /^\/m\/frame-words\.js$/, 'js', wordsJs),
    file('m.frame-narrow-js', /^\/m\/frame-narrow\.js$/, 'js', narrowJs),
    file('m.frame', /^\/m\/$/, 'html', frameHtml),
  ];
}

function file(id: string, pattern: RegExp, type: keyof typeof TYPES, text: string): HotRoute {
  return {
    id,
    method: 'GET',
    pattern,
    handle: async (exchange) => {
      send(exchange, type, text);
      return undefined;
    },
  };
}

function send({ res }: Exchange, type: keyof typeof TYPES, text: string): void {
  res.writeHead(200, {
    'Content-Type': `${TYPES[type]}; charset=utf-8`,
    'Cache-Control': 'no-cache',
    'Content-Security-Policy': POLICY,
    'X-Content-Type-Options': 'nosniff',
  });
  res.end(text);
}

function openRoute(installation: Installation): HotRoute {
  return {
    id: 'm.open-in-wechat',
    method: 'GET',
    pattern: /^\/m\/(?!code\.png$).*$/,
    handle: async (exchange) => {
      const merchant = await merchantOf(installation, exchange);
      const isSetUp = merchant !== undefined && (await installation.wechat.of(merchant.id)) !== undefined;
      const picture = isSetUp ? `<img src="/m/code.png?merchant=${encodeURIComponent(merchant.slug)}" alt="" />` : '';
      send(exchange, 'html', page(exchange.lang, merchant?.name ?? 'Fenrun', picture, isSetUp));
      return undefined;
    },
  };
}

const TEXTS = {
  zh: { open: '用微信扫一扫，打开小程序。', wait: '小程序还没有配置好，请联系商家。' },
  en: {
    open: 'Scan it with WeChat to open the mini-program.',
    wait: 'The mini-program is not set up yet; please ask the merchant.',
  },
} as const;

function page(lang: Lang, name: string, picture: string, isSetUp: boolean): string {
  const parts: Record<string, string> = {
    name: escapeHtml(name),
    picture,
    text: TEXTS[lang][isSetUp ? 'open' : 'wait'],
  };
  const spoken = lang === 'zh' ? openHtml : openHtml.replace('lang="zh-CN"', 'lang="en"');
  return spoken.replace(/\{\{(\w+)\}\}/g, (_, part: string) => parts[part] ?? '');
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The scene of a code that belongs to no share: it leads to the shop itself. */
const HOME_SCENE = 'home';

function codeRoute(installation: Installation): HotRoute {
  return {
    id: 'm.code',
    method: 'GET',
    pattern: /^\/m\/code\.png$/,
    handle: async (exchange) => {
      const merchant = await merchantOf(installation, exchange);
      if (!merchant) return refuse('unknown-merchant');
      const drawn = await codeImage(shopOf(installation), {
        merchantId: merchant.id,
        shareCode: HOME_SCENE,
        page: 'pages/home/index',
      });
      if (isRefusal(drawn)) return drawn;
      exchange.res.writeHead(200, { 'Content-Type': drawn.mime, 'Cache-Control': 'public, max-age=86400' });
      exchange.res.end(drawn.bytes);
      return undefined;
    },
  };
}

/** The merchant that the address names, or the only one. */
async function merchantOf({ db }: Installation, { query }: Exchange): Promise<MerchantRow | undefined> {
  const slug = query.get('merchant');
  if (slug) return merchantBySlug(db.read, slug);
  const merchants = await allMerchants(db.read);
  return merchants.length === 1 ? merchants[0] : undefined;
}
