import type { Browser } from 'playwright-core';
import type { ShopOnStage } from '../stage/shop-on-stage';
import { type Sight, sightOf } from './browser';

const DESK = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

/** The console, with its owner signed in as a person would. */
export async function consoleOf(browser: Browser, { url }: ShopOnStage): Promise<Sight> {
  const context = await browser.newContext({ viewport: DESK, locale: 'zh-CN', acceptDownloads: true });
  const sight = sightOf(await context.newPage());
  await sight.page.goto(`${url}/admin/`);
  await sight.page.locator('#email, input[autocomplete=username]').first().fill('owner@demo.test');
  await sight.page.locator('input[type=password]').fill('demo-owner-1');
  await sight.button('登录').click();
  await sight.page.waitForURL((at) => !at.pathname.includes('sign-in'));
  return sight;
}

/** The mini-program's preview on a phone's screen. Without a person in the address a browser is a new face. */
export async function phoneOf(browser: Browser, { url }: ShopOnStage, at: string): Promise<Sight> {
  const context = await browser.newContext({ viewport: PHONE, locale: 'zh-CN', hasTouch: true, isMobile: true });
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], { origin: url });
  const sight = sightOf(await context.newPage(), true);
  await sight.page.goto(at.startsWith('http') ? at : `${url}/m/index.html?${at}`);
  return sight;
}
