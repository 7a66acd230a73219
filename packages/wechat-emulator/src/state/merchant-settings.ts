export type RefundResult = 'SUCCESS' | 'ABNORMAL' | 'CLOSED';

export interface TransferScene {
  /** The exact `info_type`s that a bill of this scene must carry, each once. */
  readonly reports: readonly string[];
  /** The accepted `user_recv_perception`s; the field may always be left out. */
  readonly perceptions: readonly string[];
}

/** What WeChat (or its console) may decide differently for another merchant. Amounts in fen, times in virtual seconds. */
export interface MerchantSettings {
  orderPaidCode: string;
  orderPaidStatus: number;
  strictNonce: boolean;
  looseHeaders: boolean;
  missingHeaderStatus: 400 | 406;
  signErrors: boolean;
  callbackId: 'constant' | 'fresh';
  refundSeconds: number;
  refundResult: RefundResult;
  balanceBasic: number | null;
  balanceOperation: number;
  transferMin: number;
  transferMax: number;
  transferDayLimit: number | null;
  transferFirstState: 'ACCEPTED' | 'PROCESSING' | 'WAIT_USER_CONFIRM';
  transferPaySeconds: number;
  transferCancelSeconds: number;
  transferExpirySeconds: number;
  transferExpiryLagSeconds: number;
  transferScenes: Record<string, TransferScene>;
  ipWhitelist: string[] | null;
  rateLimits: Record<string, number>;
  settlementSeconds: number;
  autoConfirmSeconds: Record<'1' | '2' | '3' | '4', number>;
}

const DAY_SECONDS = 86_400;

/** The settings of a new merchant: those of wechat.md, and its safer reading where sources differ. */
export function defaultSettings(): MerchantSettings {
  return {
    orderPaidCode: 'ORDERPAID',
    orderPaidStatus: 400,
    strictNonce: false,
    looseHeaders: false,
    missingHeaderStatus: 406,
    signErrors: true,
    callbackId: 'constant',
    refundSeconds: 3,
    refundResult: 'SUCCESS',
    balanceBasic: null,
    balanceOperation: 100_000_000,
    transferMin: 10,
    transferMax: 20_000,
    transferDayLimit: null,
    transferFirstState: 'WAIT_USER_CONFIRM',
    transferPaySeconds: 1,
    transferCancelSeconds: 1,
    transferExpirySeconds: DAY_SECONDS,
    transferExpiryLagSeconds: 45 * 60,
    transferScenes: {
      '1005': { reports: ['岗位类型', '报酬说明'], perceptions: ['劳务报酬', '报销款', '企业补贴', '开工利是'] },
    },
    ipWhitelist: null,
    rateLimits: {},
    settlementSeconds: 0,
    autoConfirmSeconds: { '1': 10 * DAY_SECONDS, '2': 10 * DAY_SECONDS, '3': 2 * DAY_SECONDS, '4': 2 * DAY_SECONDS },
  };
}
