import Taro from '@tarojs/taro';
import { addressOf, isTab, type PageName, type PageParams } from './paths';

type Args<P extends PageName> = object extends PageParams[P]
  ? [page: P, params?: PageParams[P]]
  : [page: P, params: PageParams[P]];

/** WeChat stacks ten pages; past eight the newest is replaced, so that a long walk never gets stuck. */
const DEEP = 8;

export function open<P extends PageName>(...[page, params]: Args<P>): void {
  const url = addressOf(page, (params ?? {}) as PageParams[P]);
  if (isTab(page)) void Taro.switchTab({ url });
  else if (Taro.getCurrentPages().length >= DEEP) void Taro.redirectTo({ url });
  else void Taro.navigateTo({ url });
}

/** Takes the place of this page: coming back must not lead to a finished form. */
export function replace<P extends PageName>(...[page, params]: Args<P>): void {
  const url = addressOf(page, (params ?? {}) as PageParams[P]);
  if (isTab(page)) void Taro.switchTab({ url });
  else void Taro.redirectTo({ url });
}

/** Back, or home where somebody came in through a shared page and there is nothing behind. */
export function back(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else open('home');
}

/** The parameters this page was opened with, decoded once. WeChat leaves them encoded, a browser does not. */
export function paramsOf<P extends PageName>(
  _page: P,
  raw: Record<string, string | undefined> | undefined,
): Partial<PageParams[P]> & Record<string, string | undefined> {
  const decoded: Record<string, string | undefined> = {};
  for (const [name, value] of Object.entries(raw ?? {}))
    decoded[name] = value === undefined ? undefined : decodeSafely(value);
  return decoded as Partial<PageParams[P]> & Record<string, string | undefined>;
}

function decodeSafely(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
