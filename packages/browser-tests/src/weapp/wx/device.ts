import { answer, type Options, type Surroundings, type WxPart } from './surroundings';

const WINDOW = {
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 667,
  screenWidth: 375,
  screenHeight: 667,
  statusBarHeight: 20,
  safeArea: { top: 20, bottom: 667, left: 0, right: 375, width: 375, height: 647 },
};
const DEVICE = { platform: 'ios', system: 'iOS 17.5', brand: 'iPhone', model: 'iPhone SE', benchmarkLevel: 30 };
const APP_BASE = { SDKVersion: '3.8.0', version: '8.0.50', language: 'zh_CN', theme: 'light' };
const CAPSULE = { top: 24, bottom: 56, left: 281, right: 368, width: 87, height: 32 };

/** The phone itself: its sizes, its storage, its network, and how the app was entered. */
export function device({ entry, onShow }: Surroundings): WxPart {
  const stored = new Map<string, unknown>();
  return {
    getSystemInfoSync: () => ({ ...WINDOW, ...DEVICE, ...APP_BASE }),
    getWindowInfo: () => WINDOW,
    getDeviceInfo: () => DEVICE,
    getAppBaseInfo: () => APP_BASE,
    getMenuButtonBoundingClientRect: () => CAPSULE,
    getAccountInfoSync: () => ({ miniProgram: { appId: 'touristappid', envVersion: 'develop' } }),
    getLaunchOptionsSync: entry,
    getEnterOptionsSync: entry,
    onAppShow: (listen: (entered: ReturnType<typeof entry>) => void) => void onShow.push(listen),
    getStorageSync: (key: string) => structuredClone(stored.get(key)) ?? '',
    setStorageSync: (key: string, value: unknown) => void stored.set(key, structuredClone(value)),
    removeStorageSync: (key: string) => void stored.delete(key),
    getNetworkType: (options: Options) => answer('getNetworkType', options, () => ({ networkType: 'wifi' })),
    onNetworkStatusChange: () => undefined,
    getUpdateManager: () => ({ onUpdateReady: () => undefined, applyUpdate: () => undefined }),
    canIUse: () => true,
    nextTick: (work: () => void) => void setTimeout(work, 0),
  };
}
