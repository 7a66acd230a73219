import { createStore } from './store';
import type { Zone } from './zone';

/** The merchant as every page needs it: whose shop, which money, which clock. */
export interface Shop {
  name: string;
  logo: string | null;
  currency: string;
  zone: Zone;
  /** How to reach the merchant; empty where nothing was left. */
  contact: string;
  /** Days until a commission is reviewed. */
  holdDays: number;
}

export const shopStore = createStore<Shop | null>(null);
