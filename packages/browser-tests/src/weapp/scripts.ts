import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import type { PageConfig } from './page';

export type AppConfig = Readonly<Record<string, ((options?: object) => unknown) | undefined>>;

/** The scripts of a built mini-program, run as WeChat runs them: in a context of their own, without a browser and without Node. */
export interface Scripts {
  /** Runs `app.js`; answers what it handed to `App()`. */
  app(): AppConfig;
  /** Runs a page's script once; answers what it handed to `Page()`. */
  page(path: string): PageConfig;
}

export function loadScripts(dist: string, globals: Readonly<Record<string, unknown>>): Scripts {
  let app: AppConfig | undefined;
  let page: PageConfig | undefined;
  const sandbox: Record<string, unknown> = {
    ...globals,
    App: (config: AppConfig) => {
      app = config;
    },
    Page: (config: PageConfig) => {
      page = config;
    },
    Component: () => undefined,
    Behavior: (config: object) => config,
    getApp: () => app,
    requirePlugin: () => ({}),
    __wxConfig: {},
  };
  sandbox['global'] = sandbox;
  const context = createContext(sandbox);
  const modules = new Map<string, { exports: unknown }>();
  const load = (path: string): unknown => {
    const file = existsSync(path) && statSync(path).isFile() ? path : `${path}.js`;
    const known = modules.get(file);
    if (known) return known.exports;
    const module = { exports: {} as unknown };
    modules.set(file, module);
    const wrapped = runInContext(`(function(require,module,exports){${readFileSync(file, 'utf8')}\n})`, context, {
      filename: file,
    });
    wrapped((name: string) => load(resolve(dirname(file), name)), module, module.exports);
    return module.exports;
  };
  const pages = new Map<string, PageConfig>();
  return {
    app() {
      load(join(dist, 'app.js'));
      if (!app) throw new Error('app.js calls no App()');
      return app;
    },
    page(path) {
      const known = pages.get(path);
      if (known) return known;
      page = undefined;
      load(join(dist, `${path}.js`));
      if (!page) throw new Error(`${path}.js calls no Page()`);
      pages.set(path, page);
      return page;
    },
  };
}
