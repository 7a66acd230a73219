import type { RefundResult } from './merchant-settings';

/** WeChat's own books: what it believes about orders, refunds, transfers and messages. Instants are epoch ms, amounts fen. */

export type TradeState = 'NOTPAY' | 'SUCCESS' | 'CLOSED' | 'REFUND';

export interface Order {
  mchid: string;
  appid: string;
  openid: string;
  outTradeNo: string;
  total: number;
  attach: string | null;
  notifyUrl: string;
  /** The first body without `time_expire`, in canonical JSON: a repeat must equal it. */
  fingerprint: string;
  createdAt: number;
  expiresAt: number | null;
  state: TradeState;
  transactionId: string | null;
  paidAt: number | null;
  shipping: Shipping | null;
  settledAt: number | null;
}

export interface Shipping {
  logisticsType: number;
  deliveryMode: number;
  uploads: number;
  lastUploadAt: number;
  fingerprint: string;
  isFinished: boolean;
  hasReshipped: boolean;
  shippedAt: number;
  description: string;
  items: readonly unknown[];
  remindedAt: number | null;
  received: { at: number; by: 'auto' | 'user' } | null;
}

export interface Prepay {
  id: string;
  orderKey: string;
  madeAt: number;
}

export interface Refund {
  mchid: string;
  refundId: string;
  outRefundNo: string;
  outTradeNo: string;
  transactionId: string;
  amount: number;
  total: number;
  fundsAccount: string;
  notifyUrl: string | null;
  fingerprint: string;
  createdAt: number;
  status: 'PROCESSING' | RefundResult;
  succeededAt: number | null;
}

export type TransferState =
  | 'ACCEPTED'
  | 'PROCESSING'
  | 'WAIT_USER_CONFIRM'
  | 'TRANSFERING'
  | 'SUCCESS'
  | 'FAIL'
  | 'CANCELING'
  | 'CANCELLED';

export interface Transfer {
  mchid: string;
  appid: string;
  openid: string;
  outBillNo: string;
  transferBillNo: string;
  sceneId: string;
  amount: number;
  remark: string;
  /** The decrypted real name, where one was sent; compared only when the promoter confirms. */
  userName: string | null;
  notifyUrl: string | null;
  fingerprint: string;
  packageText: string;
  createdAt: number;
  updatedAt: number;
  state: TransferState;
  failReason: string | null;
  /** How a confirm asked that the paying end. */
  wishedFailReason: string | null;
}

export interface SentMessage {
  appid: string;
  openid: string;
  templateId: string;
  page: string | null;
  data: Record<string, { value: string }>;
  sentAt: number;
}

/** The key under which orders, refunds and transfers stand: numbers are unique within a merchant only. */
export function bookKey(mchid: string, number: string): string {
  return `${mchid}/${number}`;
}
