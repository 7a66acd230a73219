import Taro from '@tarojs/taro';
import { freshKey } from '../fresh-key';
import { readStored, writeStored } from '../storage';
import type { Entry, Platform } from './port';
import { openTaroSocket } from './taro-socket';

/** What the emulator's phone answers: `ok` says whether the call came to its end, `errMsg` is what `wx` would have said. */
interface PhoneAnswer {
  ok?: boolean;
  errMsg?: string;
  reason?: string;
  code?: string;
  results?: Record<string, string>;
}

/**
 * The part in a browser, for the preview: what `wx` would do is asked of the demo's doors, which pass it to the emulator.
 * Taro.login, Taro.requestPayment and Taro.requestSubscribeMessage are never called here: on H5 they pretend to succeed.
 */
async function askDemo(door: string, body: object): Promise<PhoneAnswer> {
  const answer = await fetch(`${__API_BASE__}/demo/wx/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person(), merchant: merchantOfPage(), ...body }),
  });
  if (!answer.ok) throw new Error(`demo door ${door} answered ${answer.status}`);
  return (await answer.json()) as PhoneAnswer;
}

/** Plays a call that the person may also break off. */
async function play(door: string, body: object): Promise<'done' | 'cancelled'> {
  const answer = await askDemo(door, body);
  if (answer.ok) return 'done';
  if (/cancel/.test(answer.errMsg ?? '')) return 'cancelled';
  throw new Error(answer.errMsg ?? answer.reason ?? `${door} failed`);
}

/** Who is being played: the frame's act-as bar puts it in the address; a browser of its own stays the same new face. */
function person(): string {
  const named = new URLSearchParams(window.location.search).get('person');
  if (named) return named;
  const kept = readStored<string>('person');
  if (kept) return kept;
  const fresh = `visitor-${freshKey(Date.now()).slice(-10)}`;
  writeStored('person', fresh);
  return fresh;
}

/** The preview serves every merchant of the demo; on WeChat each has a mini-program of its own. */
export function merchantOfPage(): string {
  return new URLSearchParams(window.location.search).get('merchant') ?? __MERCHANT__;
}

/** Whether the page stands in the preview's phone frame, which draws a status bar and a capsule. */
function isFramed(): boolean {
  return document.documentElement.classList.contains('framed');
}

/** Where the address leads. The first one may carry what somebody came with before the hash; walking about carries nothing anew. */
function entryFromAddress(isFirst: boolean): Entry {
  const [path = '', hashQuery = ''] = window.location.hash.replace(/^#\/?/, '').split('?');
  const before = isFirst ? [...new URLSearchParams(window.location.search)] : [];
  const query = Object.fromEntries([...before, ...new URLSearchParams(hashQuery)]);
  return { path, query, scene: Number(query['wxscene'] ?? 1001) };
}

function download(filePath: string): void {
  const link = document.createElement('a');
  link.href = filePath;
  link.download = 'poster.png';
  link.click();
}

export const h5: Platform = {
  kind: 'h5',
  phoneOpenType: undefined,
  feedbackOpenType: undefined,
  async login() {
    const { code, errMsg } = await askDemo('login', {});
    if (!code) throw new Error(errMsg ?? 'no code');
    return code;
  },
  async phoneCode() {
    return (await askDemo('phone', {})).code ?? null;
  },
  pay: async (params) => ((await play('pay', { params })) === 'done' ? 'paid' : 'cancelled'),
  confirmTransfer: async (params) => ((await play('transfer', { params })) === 'done' ? 'confirmed' : 'cancelled'),
  async confirmReceipt(view, ask) {
    return (await ask()) && (await play('receive', { outTradeNo: view.merchantTradeNo })) === 'done';
  },
  async askReminder(templateIds) {
    const { results } = await askDemo('subscribe', { templateIds });
    return Object.values(results ?? {}).includes('accept') ? 'accepted' : 'refused';
  },
  entry: () => entryFromAddress(true),
  onEntry(listen) {
    window.addEventListener('hashchange', () => listen(entryFromAddress(false)));
  },
  async saveImage(filePath) {
    download(filePath);
    return 'saved';
  },
  async copy(text) {
    if (navigator.clipboard && window.isSecureContext) await navigator.clipboard.writeText(text).catch(() => undefined);
    else await Taro.setClipboardData({ data: text });
  },
  barMetrics: () =>
    isFramed() ? { statusBar: 47, bar: 44, capsuleInset: 94 } : { statusBar: 0, bar: 44, capsuleInset: 0 },
  openSocket: (path) => openTaroSocket(window.location.origin.replace(/^http/, 'ws') + path),
  isOnline: async () => navigator.onLine,
  onNetwork(listen) {
    window.addEventListener('online', () => listen(true));
    window.addEventListener('offline', () => listen(false));
  },
  chooseAddress: async () => null,
  openPrivacyContract: async () => false,
  watchUpdates() {
    // A browser always runs the newest version.
  },
  actor: person,
};
