import { h5 } from './h5';
import type { Platform } from './port';
import { weapp } from './weapp';

/** The part for this build: TARO_ENV is a constant, so the other part falls away. */
export const platform: Platform = process.env.TARO_ENV === 'weapp' ? weapp : h5;

export type {
  BarMetrics,
  ChosenAddress,
  Entry,
  PayParams,
  Platform,
  ReceiptView,
  Socket,
  TransferParams,
} from './port';
