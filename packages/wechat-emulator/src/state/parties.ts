import type { PemPair } from '../crypto/rsa';
import type { MerchantSettings } from './merchant-settings';

/** Who takes part: apps, merchants and people. */

export interface PushTarget {
  url: string;
  token: string;
  encodingAesKey: string | null;
  mode: 'plain' | 'safe';
  format: 'json' | 'xml';
}

export interface MessageTemplate {
  id: string;
  title: string;
  /** Keyword names such as `thing1` or `amount2`; the letters say the type. */
  keys: string[];
}

export interface App {
  appid: string;
  secret: string;
  originalId: string;
  releasedPages: string[];
  templates: MessageTemplate[];
  ipWhitelist: string[] | null;
  phoneQuota: number | null;
  push: PushTarget | null;
}

export type SignMode = 'PUBKEY' | 'CERT' | 'SWITCHING';

export interface Merchant {
  /** The name that control calls know the pair by. */
  name: string;
  mchid: string;
  appids: string[];
  serial: string;
  keys: PemPair;
  certificate: string;
  apiV3Key: string;
  signMode: SignMode;
  /** Of callbacks, while switching, the percent signed with the public key. */
  switchingPercent: number;
  /** WeChat's public-key mode: the id and the pair whose public half the merchant knows. */
  publicKeyId: string;
  publicKey: PemPair;
  /** WeChat's platform certificate. */
  platformSerial: string;
  platformKey: PemPair;
  platformCertificate: string;
  settings: MerchantSettings;
  /** Fen locked by open transfers or paid out, taken from `settings.balanceOperation`. */
  operationUsed: number;
}

export interface User {
  id: string;
  nickname: string;
  phone: string | null;
  realName: string | null;
  highRisk: boolean;
  hasUnionid: boolean;
  riskRank: number;
  riskUnknown: boolean;
  transferFailReason: string | null;
  openids: Record<string, string>;
  /** By appid, when the user last logged in: text moderation asks for two hours. */
  seenAt: Record<string, number>;
}
