import type { Callback, CallbackMode } from '../callbacks/callback';
import type { ClockFace } from '../clock/virtual-clock';
import type { Fault } from '../faults/fault';
import type { JournalEntry } from '../journal/journal';
import type { Order, Prepay, Refund, SentMessage, Transfer } from './books';
import type { App, Merchant, User } from './parties';

export interface AccessToken {
  token: string;
  appid: string;
  kind: 'stable' | 'plain';
  issuedAt: number;
  expiresAt: number;
  isRevoked: boolean;
}

/** A code that the phone hands over once: of `wx.login` or of the phone-number button. */
export interface PhoneCode {
  kind: 'login' | 'phone';
  appid: string;
  userId: string;
  expiresAt: number;
  isUsed: boolean;
}

export type TaskKind =
  | 'deliver-callback'
  | 'finish-refund'
  | 'advance-transfer'
  | 'pay-transfer'
  | 'cancel-transfer'
  | 'expire-transfer'
  | 'confirm-receipt'
  | 'settle-order';

/** Something that the emulator will do by itself. `subject` is the key of what it is done to. */
export interface Task {
  seq: number;
  dueAt: number;
  kind: TaskKind;
  subject: string;
}

/** Everything that a snapshot keeps; plain JSON throughout. */
export interface EmulatorState {
  version: 1;
  seed: number;
  random: number;
  counters: Record<string, number>;
  clock: ClockFace;
  apps: Record<string, App>;
  merchants: Record<string, Merchant>;
  users: Record<string, User>;
  /** openid → who. */
  openids: Record<string, { userId: string; appid: string }>;
  tokens: AccessToken[];
  /** By appid, the instants of forced token refreshes of the last day. */
  forcedRefreshes: Record<string, number[]>;
  codes: Record<string, PhoneCode>;
  /** `openid/templateId` → accepted grants left. */
  grants: Record<string, number>;
  messages: SentMessage[];
  orders: Record<string, Order>;
  prepays: Record<string, Prepay>;
  /** transaction_id → key of the order. */
  transactions: Record<string, string>;
  refunds: Record<string, Refund>;
  transfers: Record<string, Transfer>;
  /** transfer_bill_no → key of the transfer. */
  transferBills: Record<string, string>;
  callbacks: Record<string, Callback>;
  callbackModes: CallbackMode[];
  agenda: Task[];
  faults: Fault[];
  unmodelled: JournalEntry[];
}

/** A state without anybody in it, at real time. */
export function emptyState(seed: number, realNow: number): EmulatorState {
  return {
    version: 1,
    seed,
    random: seed >>> 0,
    counters: {},
    clock: { realBase: realNow, virtualBase: realNow, rate: 1 },
    apps: {},
    merchants: {},
    users: {},
    openids: {},
    ...emptyBooks(),
  };
}

/** What a reset empties: everything but the parties, the seed and the clock. */
export function emptyBooks() {
  return {
    tokens: [],
    forcedRefreshes: {},
    codes: {},
    grants: {},
    messages: [],
    orders: {},
    prepays: {},
    transactions: {},
    refunds: {},
    transfers: {},
    transferBills: {},
    callbacks: {},
    callbackModes: [],
    agenda: [],
    faults: [],
    unmodelled: [],
  };
}
