import Taro from '@tarojs/taro';

/** What outlives the app being closed. Each key has one owner; a value that cannot be read counts as absent. */
export type StoredKey = 'session' | 'language' | 'pending-share' | 'person' | 'kept-queries' | 'last-address' | 'welcomed';

export function readStored<T>(key: StoredKey): T | null {
  try {
    const value: unknown = Taro.getStorageSync(`fenrun.${key}`);
    return value === '' || value === undefined || value === null ? null : (value as T);
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden (single-page mode); losing a convenience must not stop anybody. */
export function writeStored(key: StoredKey, value: unknown): void {
  try {
    if (value === null || value === undefined) Taro.removeStorageSync(`fenrun.${key}`);
    else Taro.setStorageSync(`fenrun.${key}`, value);
  } catch {
    // What could not be stored will be asked again.
  }
}
