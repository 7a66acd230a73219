import Taro from '@tarojs/taro';
import { readStored } from '../storage';
import type { Entry, Platform } from './port';
import { openTaroSocket } from './taro-socket';

/**
 * The part in a browser, for the preview: what `wx` would do is asked of the demo's doors, which pass it to the emulator.
 * Taro.login, Taro.requestPayment and Taro.requestSubscribeMessage are never called here: on H5 they pretend to succeed.
 */
async function askDemo<T>(door: string, body: object): Promise<T> {
  const answer = await fetch(`${__API_BASE__}/demo/wx/${door}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: person(), merchant: __MERCHANT__, ...body }),
  });
  if (!answer.ok) throw new Error(`demo door ${door} answered ${answer.status}`);
  return (answer.status === 204 ? {} : await answer.json()) as T;
}

/** Who is being played: the frame's act-as bar puts it in the address, a person of their own choosing is remembered. */
function person(): string | null {
  return new URLSearchParams(window.location.search).get('person') ?? readStored<string>('person');
}

/** Whether the page stands in the preview's phone frame, which draws a status bar and a capsule. */
function isFramed(): boolean {
  return document.documentElement.classList.contains('framed');
}

function entryFromAddress(): Entry {
  const hash = window.location.hash.replace(/^#\/?/, '');
  const [path = '', hashQuery = ''] = hash.split('?');
  const query = { ...Object.fromEntries(new URLSearchParams(window.location.search)), ...Object.fromEntries(new URLSearchParams(hashQuery)) };
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
  async login() {
    const { code } = await askDemo<{ code: string }>('login', {});
    return code;
  },
  async phoneCode() {
    const { code } = await askDemo<{ code?: string }>('phone', {});
    return code ?? null;
  },
  async pay(params) {
    const { result } = await askDemo<{ result: 'paid' | 'cancelled' }>('pay', { params });
    return result;
  },
  async confirmTransfer(params) {
    const { result } = await askDemo<{ result: 'confirmed' | 'cancelled' }>('transfer', { params });
    return result;
  },
  async askReminder(templateIds) {
    const { result } = await askDemo<{ result: 'accepted' | 'refused' }>('subscribe', { templateIds });
    return result;
  },
  entry: entryFromAddress,
  onEntry(listen) {
    window.addEventListener('hashchange', () => listen(entryFromAddress()));
  },
  async saveImage(filePath) {
    download(filePath);
    return 'saved';
  },
  async copy(text) {
    if (navigator.clipboard && window.isSecureContext) await navigator.clipboard.writeText(text);
    else await Taro.setClipboardData({ data: text });
  },
  barMetrics: () => (isFramed() ? { statusBar: 47, bar: 44, capsuleInset: 94 } : { statusBar: 0, bar: 44, capsuleInset: 0 }),
  openSocket: openTaroSocket,
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
