import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** A browser that asks nobody for anything: no updates, no accounts, no graphics card. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PATIENCE_MS = 15_000;

/** Pages and sheets of the phone slide in for so long; a picture waits for it. */
const PAGES_SLIDE_MS = 400;

/** Asking who is signed in answers 401 while nobody is; the browser notes it as an error. */
const ASKED_WHO = /\/api\/v1\/session$/;

export async function openBrowser(): Promise<Browser> {
  const given = process.env['CHROMIUM'];
  const executablePath = given && existsSync(given) ? given : '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: ARGS });
}

/** What one person sees, with the errors that the page had. */
export interface Sight {
  readonly page: Page;
  readonly errors: readonly string[];
  /** The topmost visible thing that reads so. */
  text(words: string | RegExp, isExact?: boolean): Locator;
  sees(words: string | RegExp, withinMs?: number): Promise<void>;
  /** Waits until words are gone, a sheet that slides away for instance. */
  seesNoMore(words: string): Promise<void>;
  tap(words: string | RegExp): Promise<void>;
  button(name: string | RegExp): Locator;
  /** Keeps a picture under the folder of this run. */
  picture(name: string): Promise<void>;
}

/** Where pictures of this run go: FENRUN_PICTURES, else a folder of its own for temporary files. */
export const pictures = process.env['FENRUN_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'fenrun-pictures-'));

/** `isPhone`: Taro's buttons take the touch for the words inside them, which Playwright would call an obstacle. */
export function sightOf(page: Page, isPhone = false): Sight {
  const errors: string[] = [];
  page.setDefaultTimeout(PATIENCE_MS);
  page.on('pageerror', ({ message }) => void errors.push(message));
  page.on(
    'console',
    (said) =>
      said.type() === 'error' &&
      !ASKED_WHO.test(said.location().url) &&
      errors.push(`${said.text()} ${said.location().url}`),
  );
  const visible = (locator: Locator) => locator.locator('visible=true').last();
  const text: Sight['text'] = (words, isExact = false) => visible(page.getByText(words, { exact: isExact }));
  return {
    page,
    errors,
    text,
    sees: (words, withinMs = PATIENCE_MS) => text(words).waitFor({ timeout: withinMs }),
    seesNoMore: (words) => text(words).waitFor({ state: 'hidden' }),
    tap: (words) => text(words, typeof words === 'string').click({ force: isPhone }),
    button: (name) => visible(page.getByRole('button', { name })),
    async picture(name) {
      await page.waitForTimeout(PAGES_SLIDE_MS);
      await page.screenshot({ path: join(pictures, `${name}.png`) });
    },
  };
}
