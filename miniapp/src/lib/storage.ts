import Taro from '@tarojs/taro';

/** What outlives the app being closed. Each key has one owner; a value that cannot be read counts as absent. */
export type StoredKey =
  | 'session'
  | 'language'
  | 'pending-share'
  | 'person'
  | 'kept-queries'
  | 'welcomed'
  | 'recent-words';

let scope = '';

/** Keeps what belongs to different people apart: in the preview one browser plays several. */
export function scopeStorage(person: string | null): void {
  scope = person ? `${person}.` : '';
}

const nameOf = (key: StoredKey): string => `fenrun.${key === 'person' || key === 'language' ? '' : scope}${key}`;

export function readStored<T>(key: StoredKey): T | null {
  try {
    const value: unknown = Taro.getStorageSync(nameOf(key));
    return value === '' || value === undefined || value === null ? null : (value as T);
  } catch {
    return null;
  }
}

/** Storage may be full or forbidden (single-page mode); losing a convenience must not stop anybody. */
export function writeStored(key: StoredKey, value: unknown): void {
  try {
    if (value === null || value === undefined) Taro.removeStorageSync(nameOf(key));
    else Taro.setStorageSync(nameOf(key), value);
  } catch {
    // What could not be stored will be asked again.
  }
}
