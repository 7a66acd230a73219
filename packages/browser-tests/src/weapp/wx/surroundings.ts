import type { EmulatedPhone } from '../emulated-phone';
import type { Navigator } from '../navigator';
import type { Screen } from '../screen';
import type { Violations } from './violations';

export type Options = Readonly<Record<string, unknown>> & {
  readonly success?: (result: object) => void;
  readonly fail?: (result: object) => void;
  readonly complete?: (result: object) => void;
};

/** What the modelled `wx` stands on. */
export interface Surroundings {
  /** Where the mini-program's server really is. */
  readonly server: string;
  readonly phone: EmulatedPhone;
  readonly navigator: Navigator;
  readonly screen: Screen;
  readonly violations: Violations;
  /** How the app was last entered. */
  readonly entry: () => Entry;
  /** Called at each way into the running app. */
  readonly onShow: ((entry: Entry) => void)[];
  /** What must end with the phone. */
  readonly endings: (() => void)[];
}

export interface Entry {
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly scene: number;
}

export type WxPart = Readonly<Record<string, (...values: never[]) => unknown>>;

/** Plays an asynchronous call of `wx`: `work` answers what `success` gets, or throws what `fail` gets. */
export async function answer(name: string, options: Options, work: () => object | Promise<object>): Promise<void> {
  let result: object;
  try {
    result = { errMsg: `${name}:ok`, ...(await work()) };
  } catch (failure) {
    const errMsg = failure instanceof Error ? failure.message : String((failure as { errMsg?: string }).errMsg);
    result = { errMsg: errMsg.startsWith(name) ? errMsg : `${name}:fail ${errMsg}` };
    options.fail?.(result);
    options.complete?.(result);
    return;
  }
  options.success?.(result);
  options.complete?.(result);
}

/** A call that always succeeds and says nothing. */
export const quiet =
  (name: string) =>
  (options: Options = {}) =>
    void answer(name, options, () => ({}));
