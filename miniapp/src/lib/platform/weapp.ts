import Taro from '@tarojs/taro';
import type { Entry, Platform } from './port';
import { openTaroSocket } from './taro-socket';

const messageOf = (failure: unknown): string => String((failure as { errMsg?: string } | null)?.errMsg ?? failure);
const isCancel = (failure: unknown): boolean => /cancel|deny|denied/i.test(messageOf(failure));

function entryOf(options: { path?: string; query?: object; scene?: number } | undefined): Entry {
  const query: Record<string, string> = {};
  for (const [name, value] of Object.entries(options?.query ?? {})) query[name] = String(value ?? '');
  return { path: options?.path ?? '', query, scene: Number(options?.scene ?? 0) };
}

/** The part on WeChat. Calls newer than Taro's types go through the typed doors below. */
interface NewerWx {
  openBusinessView?(options: object): void;
  requestMerchantTransfer?(options: object): void;
  openPrivacyContract?(options: object): void;
}
declare const wx: NewerWx;

/** Wraps a `wx` call that old base libraries do not have into a promise. */
function callWx(call: ((options: object) => void) | undefined, options: object): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!call) reject(new Error('not available in this version of WeChat'));
    else call({ ...options, success: () => resolve(), fail: reject });
  });
}

export const weapp: Platform = {
  kind: 'weapp',
  phoneOpenType: 'getPhoneNumber',
  feedbackOpenType: 'feedback',
  async login() {
    const { code } = await Taro.login({ timeout: 8000 });
    return code;
  },
  async phoneCode(detail) {
    const code = (detail as { code?: string } | null)?.code;
    return code || null;
  },
  async pay(params) {
    try {
      await Taro.requestPayment({ ...params, signType: 'RSA' });
      return 'paid';
    } catch (failure) {
      if (isCancel(failure)) return 'cancelled';
      throw failure;
    }
  },
  async confirmTransfer(params) {
    try {
      await callWx(wx.requestMerchantTransfer, params);
      return 'confirmed';
    } catch (failure) {
      if (isCancel(failure)) return 'cancelled';
      throw failure;
    }
  },
  async confirmReceipt(view, ask) {
    if (!wx.openBusinessView) return ask();
    const result = await new Promise<{ extraData?: { status?: string } }>((resolve, reject) => {
      const extraData = {
        merchant_id: view.merchantId,
        merchant_trade_no: view.merchantTradeNo,
        transaction_id: view.transactionId,
      };
      wx.openBusinessView?.({ businessType: 'weappOrderConfirm', extraData, success: resolve, fail: reject });
    });
    return result.extraData?.status === 'success';
  },
  async askReminder(templateIds) {
    if (templateIds.length === 0) return 'unavailable';
    try {
      const answer = (await Taro.requestSubscribeMessage({
        tmplIds: templateIds.slice(0, 3),
        entityIds: [],
      })) as unknown as Record<string, string>;
      return templateIds.some((id) => answer[id] === 'accept') ? 'accepted' : 'refused';
    } catch {
      return 'unavailable';
    }
  },
  entry: () => entryOf(Taro.getEnterOptionsSync?.() ?? Taro.getLaunchOptionsSync()),
  onEntry(listen) {
    Taro.onAppShow?.((options) => listen(entryOf(options as never)));
  },
  async saveImage(filePath) {
    try {
      await Taro.saveImageToPhotosAlbum({ filePath });
      return 'saved';
    } catch {
      return 'refused';
    }
  },
  async copy(text) {
    await Taro.setClipboardData({ data: text });
  },
  barMetrics() {
    const window = Taro.getWindowInfo?.() ?? Taro.getSystemInfoSync();
    const capsule = Taro.getMenuButtonBoundingClientRect?.();
    const statusBar = window.statusBarHeight ?? 20;
    if (!capsule?.height) return { statusBar, bar: 44, capsuleInset: 0 };
    return {
      statusBar,
      bar: (capsule.top - statusBar) * 2 + capsule.height,
      capsuleInset: window.windowWidth - capsule.left,
    };
  },
  openSocket: (path) => openTaroSocket(__API_BASE__.replace(/^http/, 'ws') + path),
  async isOnline() {
    const { networkType } = await Taro.getNetworkType();
    return networkType !== 'none';
  },
  onNetwork(listen) {
    Taro.onNetworkStatusChange(({ isConnected }) => listen(isConnected));
  },
  async chooseAddress() {
    try {
      const chosen = await Taro.chooseAddress();
      return {
        name: chosen.userName,
        phone: chosen.telNumber,
        province: chosen.provinceName,
        city: chosen.cityName,
        district: chosen.countyName,
        detail: chosen.detailInfo,
      };
    } catch {
      return null;
    }
  },
  async openPrivacyContract() {
    try {
      await callWx(wx.openPrivacyContract, {});
      return true;
    } catch {
      return false;
    }
  },
  watchUpdates(ask) {
    const updates = Taro.getUpdateManager?.();
    updates?.onUpdateReady?.(() => ask(() => updates.applyUpdate()));
  },
  actor: () => null,
};
