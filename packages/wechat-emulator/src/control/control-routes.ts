import type { ControlRoute } from './control-route';
import { books, endRefund, failTransfer, invalidateTokens } from './endpoints/books';
import { addCallbackMode, clearCallbackModes, listCallbackModes } from './endpoints/callback-modes';
import { delay, deliver, drop, duplicate, listCallbacks, reorder } from './endpoints/callbacks';
import { moveClock, readClock } from './endpoints/clock';
import { confirm } from './endpoints/confirm';
import { addFault, clearFaults, listFaults } from './endpoints/faults';
import { config, putMerchant } from './endpoints/merchants';
import { pay } from './endpoints/pay';
import { grant, login, phone, receive } from './endpoints/phone';
import { putPush, sendPush } from './endpoints/push';
import { clearJournal, listeners, readJournal, reset, restore, snapshot } from './endpoints/state';
import { listUsers, putUsers } from './endpoints/users';

/** Every call of the control listener; the package's README describes them. */
export const CONTROL_ROUTES: readonly ControlRoute[] = [
  config,
  putMerchant,
  putUsers,
  listUsers,
  login,
  phone,
  pay,
  confirm,
  grant,
  receive,
  readClock,
  moveClock,
  listCallbacks,
  deliver,
  drop,
  duplicate,
  delay,
  reorder,
  addCallbackMode,
  listCallbackModes,
  clearCallbackModes,
  addFault,
  listFaults,
  clearFaults,
  listeners,
  books,
  endRefund,
  failTransfer,
  invalidateTokens,
  putPush,
  sendPush,
  readJournal,
  clearJournal,
  reset,
  snapshot,
  restore,
];
