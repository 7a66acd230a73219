import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatedPhone } from './emulated-phone';
import { type Navigator, navigatorOf } from './navigator';
import { type Placed, wordsOf } from './node-tree';
import { blankScreen, type Screen } from './screen';
import { loadScripts, type Scripts } from './scripts';
import { readTemplates } from './templates';
import { type Touch, touchOf } from './touch';
import { makeWx } from './wx';
import type { Entry } from './wx/surroundings';
import { violations } from './wx/violations';

export interface Mobile {
  /** The folder of the built mini-program. */
  readonly dist: string;
  /** Where its server runs. */
  readonly server: string;
  /** The emulator's control listener. */
  readonly control: string;
  readonly appid: string;
}

export interface ShareCard {
  readonly title?: string;
  readonly path: string;
  readonly imageUrl?: string;
}

/** A person with the mini-program in hand. Waiting calls give up after some seconds and say what was on the screen. */
export interface Person {
  readonly name: string;
  readonly screen: Screen;
  path(): string;
  query(): Readonly<Record<string, string>>;
  text(): string;
  /** Comes in by an address, as a share card, a code or the list of mini-programs would open it. */
  enter(path: string, scene?: number): Promise<void>;
  tap(words: string | RegExp): Promise<void>;
  write(placeholder: string, words: string, isDone?: boolean): Promise<void>;
  sees(words: string | RegExp, withinMs?: number): Promise<void>;
  /** Waits until words are gone from the screen. */
  seesNoMore(words: string): Promise<void>;
  isAt(page: string): Promise<void>;
  toldBy(words: string | RegExp): Promise<void>;
  go(tab: string): Promise<void>;
  back(): Promise<void>;
  /** The card that WeChat was given by the last button of open-type share. */
  lastCard(): ShareCard | undefined;
  /** Paths of all pages that were opened. */
  visited(): ReadonlySet<string>;
  /** Calls that are not modelled, and errors of the app. */
  violations(): readonly string[];
  leave(): void;
}

const PATIENCE_MS = 8000;
const ASK_EVERY_MS = 25;
/** Data that has not changed for so long is drawn. */
const STILL_MS = 60;
const SETTLED_AT_MOST_MS = 1500;
const FROM_LIST = 1001;

export async function person(name: string, mobile: Mobile): Promise<Person> {
  const handset = await makeHandset(name, mobile);
  const { navigator, touch, screen, wrongs } = handset;
  let card: ShareCard | undefined;
  let app: Readonly<Record<string, ((options?: object) => unknown) | undefined>> | undefined;
  const text = () => wordsOf(navigator.current()?.instance.data.root ?? { nn: '' });
  const shown = () => `${name} at ${navigator.current()?.path}: ${text()}\ntoasts: ${screen.toasts.join(' | ')}`;
  const until = async <T>(what: string, look: () => T | undefined | false, withinMs = PATIENCE_MS): Promise<T> => {
    const end = Date.now() + withinMs;
    for (;;) {
      const found = look();
      if (found) return found;
      if (Date.now() > end) throw new Error(`${what} did not come.\n${shown()}\n${wrongs.all.join('\n')}`);
      await new Promise((done) => setTimeout(done, ASK_EVERY_MS));
    }
  };
  /** A finger is slower than a phone: the next touch meets what the one before has drawn. */
  const settled = async () => {
    const end = Date.now() + SETTLED_AT_MOST_MS;
    do await new Promise((done) => setTimeout(done, STILL_MS));
    while (Date.now() < end && Date.now() - navigator.current().changedAt() < STILL_MS);
  };
  const fits = (words: string | RegExp, all: string) =>
    typeof words === 'string' ? all.includes(words) : words.test(all);
  return {
    name,
    screen,
    text,
    path: () => navigator.current().path,
    query: () => navigator.current().query,
    async enter(path, scene = FROM_LIST) {
      const entry = handset.enter(path, scene);
      if (app) for (const listen of handset.onShow) listen(entry);
      else {
        app = handset.scripts.app();
        app['onLaunch']?.call(app, entry);
      }
      app['onShow']?.call(app, entry);
      await navigator.reLaunch(path);
    },
    async tap(words) {
      const placed = await until(`something to tap that reads ${words}`, () => ready(touch, words));
      const button = touch.buttonOf(placed);
      const openType = button && touch.attribute(button, 'open-type');
      navigator.touch();
      touch.fire(placed, 'tap', { x: 1, y: 1 });
      if (button && openType === 'getPhoneNumber') {
        touch.fire(button, 'getphonenumber', await handset.phone.phoneNumber());
      }
      if (openType === 'share') {
        card = (await navigator.current().call('onShareAppMessage', { from: 'button', target: {} })) as ShareCard;
      }
      await settled();
    },
    async write(placeholder, words, isDone = true) {
      const placed = await until(`a field for ${placeholder}`, () => touch.field(placeholder));
      touch.fire(placed, 'focus', { value: '' });
      touch.fire(placed, 'input', { value: words, cursor: words.length, keyCode: 0 });
      if (isDone) touch.fire(placed, 'blur', { value: words, cursor: words.length });
      await settled();
    },
    sees: async (words, withinMs) => void (await until(`${words}`, () => fits(words, text()), withinMs)),
    seesNoMore: async (words) => void (await until(`the end of ${words}`, () => !text().includes(words))),
    isAt: async (page) => void (await until(`page ${page}`, () => navigator.current().path.includes(page))),
    toldBy: async (words) =>
      void (await until(`the word ${words}`, () =>
        [...screen.toasts, ...screen.questions].some((said) => fits(words, said)),
      )),
    go: (tab) => navigator.switchTab(`/pages/${tab}/index`),
    back: () => navigator.navigateBack(1),
    lastCard: () => card,
    visited: () => navigator.visited,
    violations: () => wrongs.all,
    leave: handset.end,
  };
}

/** A pale or busy button is no button yet: a person waits for it. */
function ready(touch: Touch, words: string | RegExp): Placed | undefined {
  const placed = touch.find(words);
  const button = placed && touch.buttonOf(placed);
  return button && /--(disabled|busy)\b/.test(button.node.cl ?? '') ? undefined : placed;
}

interface Handset {
  readonly navigator: Navigator;
  readonly touch: Touch;
  readonly screen: Screen;
  readonly scripts: Scripts;
  readonly phone: Awaited<ReturnType<typeof emulatedPhone>>;
  readonly wrongs: ReturnType<typeof violations>;
  readonly onShow: ((entry: Entry) => void)[];
  enter(path: string, scene: number): Entry;
  end(): void;
}

/** Puts a phone together: the emulator's part of the person, the pages, the modelled `wx`, and the scripts on top. */
async function makeHandset(name: string, { dist, server, control, appid }: Mobile): Promise<Handset> {
  const config = JSON.parse(readFileSync(join(dist, 'app.json'), 'utf8')) as {
    tabBar: { list: { pagePath: string }[] };
  };
  const wrongs = violations();
  const phone = await emulatedPhone(control, appid, name);
  const screen = blankScreen();
  const onShow: ((entry: Entry) => void)[] = [];
  const endings: (() => void)[] = [];
  let entry: Entry = { path: '', query: {}, scene: FROM_LIST };
  let scripts: Scripts;
  const tabs = new Set(config.tabBar.list.map(({ pagePath }) => pagePath));
  const navigator = navigatorOf(() => scripts, readTemplates(dist), tabs);
  const wx = makeWx({ server, phone, navigator, screen, violations: wrongs, entry: () => entry, onShow, endings });
  scripts = loadScripts(dist, {
    wx,
    ...ownTimers(endings),
    console: loudConsole(wrongs.add),
    getCurrentPages: () => navigator.stack().map(({ instance }) => instance),
    Promise,
    queueMicrotask,
  });
  return {
    navigator,
    touch: touchOf(navigator),
    screen,
    scripts,
    phone,
    wrongs,
    onShow,
    enter(path, scene) {
      const [at = '', query = ''] = path.replace(/^\//, '').split('?');
      entry = { path: at, query: Object.fromEntries(new URLSearchParams(query)), scene };
      return entry;
    },
    end: () => {
      for (const end of endings) end();
    },
  };
}

/** Timers that end with the phone. */
function ownTimers(endings: (() => void)[]) {
  const running = new Set<NodeJS.Timeout>();
  endings.push(() => {
    for (const timer of running) clearTimeout(timer);
  });
  const keep = (timer: NodeJS.Timeout) => {
    running.add(timer);
    return timer;
  };
  return {
    setTimeout: (work: () => void, ms?: number) => keep(setTimeout(work, ms)),
    setInterval: (work: () => void, ms?: number) => keep(setInterval(work, ms)),
    clearTimeout: (timer: NodeJS.Timeout) => clearTimeout(timer),
    clearInterval: (timer: NodeJS.Timeout) => clearInterval(timer),
  };
}

/** What the app complains about fails the walk. */
function loudConsole(add: (what: string) => void) {
  const said = (...values: unknown[]) => add(`console.error: ${values.map(String).join(' ')}`);
  return { log: () => undefined, info: () => undefined, warn: () => undefined, debug: () => undefined, error: said };
}
