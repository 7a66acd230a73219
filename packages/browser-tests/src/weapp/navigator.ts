import type { Templates } from './node-tree';
import { type OpenPage, openPage } from './page';
import type { Scripts } from './scripts';

/** WeChat refuses to stack more pages than this. */
const DEEPEST = 10;
/** How long after a tap WeChat still opens sheets that want one, in milliseconds. */
const TOUCH_MS = 2000;

/** The pages on the stack, moved as WeChat moves them: tabs stay alive, everything else is unloaded when it is left for good. */
export interface Navigator {
  readonly templates: Templates;
  current(): OpenPage;
  stack(): readonly OpenPage[];
  /** Paths of all pages that were ever opened. */
  readonly visited: ReadonlySet<string>;
  navigateTo(url: string): Promise<void>;
  redirectTo(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  reLaunch(url: string): Promise<void>;
  navigateBack(delta: number): Promise<void>;
  /** Notes a tap. */
  touch(): void;
  isTouched(): boolean;
}

export function navigatorOf(scripts: () => Scripts, templates: Templates, tabs: ReadonlySet<string>): Navigator {
  let stack: OpenPage[] = [];
  let touchedAt = 0;
  const visited = new Set<string>();
  const livingTabs = new Map<string, OpenPage>();
  const current = () => stack.at(-1) as OpenPage;
  const open = async (url: string) => {
    const { path, query } = parse(url);
    const page = openPage(path, query, scripts().page(path));
    if (tabs.has(path)) livingTabs.set(path, page);
    stack.push(page);
    visited.add(path);
    page.call('onLoad', query);
    page.call('onShow');
    await rendered();
    page.call('onReady');
  };
  const leave = () => {
    for (const page of stack) if (livingTabs.get(page.path) !== page) page.call('onUnload');
    current()?.call('onHide');
    stack = [];
  };
  const refuseTab = (url: string, isWanted: boolean) => {
    if (tabs.has(parse(url).path) !== isWanted)
      throw new Error(`fail ${isWanted ? 'not a' : 'can not open a'} tab: ${url}`);
  };
  return {
    templates,
    current,
    stack: () => stack,
    visited,
    async navigateTo(url) {
      refuseTab(url, false);
      if (stack.length >= DEEPEST) throw new Error('fail webview count limit exceed');
      current()?.call('onHide');
      await open(url);
    },
    async redirectTo(url) {
      refuseTab(url, false);
      const left = stack.pop();
      if (left && livingTabs.get(left.path) !== left) left.call('onUnload');
      await open(url);
    },
    async switchTab(url) {
      refuseTab(url, true);
      leave();
      const living = livingTabs.get(parse(url).path);
      if (!living) return open(url);
      stack = [living];
      living.call('onShow');
      await rendered();
    },
    async reLaunch(url) {
      leave();
      for (const page of livingTabs.values()) page.call('onUnload');
      livingTabs.clear();
      await open(url);
    },
    async navigateBack(delta) {
      for (let left = Math.min(delta, stack.length - 1); left > 0; left -= 1) stack.pop()?.call('onUnload');
      current().call('onShow');
      await rendered();
    },
    touch() {
      touchedAt = Date.now();
    },
    isTouched: () => Date.now() - touchedAt < TOUCH_MS,
  };
}

function parse(url: string): { path: string; query: Record<string, string> } {
  const [path = '', rest = ''] = url.replace(/^\//, '').split('?');
  // WeChat hands parameters on as they stand, without decoding them.
  const pairs = rest.split('&').filter(Boolean);
  return {
    path,
    query: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.slice(pair.indexOf('=') + 1)])),
  };
}

const rendered = () => new Promise((done) => setTimeout(done, 30));
