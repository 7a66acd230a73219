import type { PushMessage } from '@fenrun/contracts';
import { PUSH_PATH } from '@fenrun/contracts/routes';
import { platform, type Socket } from './platform';
import { forgetToken, memberToken } from './session';

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;
/** The server closes so where it does not take the token. */
const SIGNED_OUT = 4401;

/** The live line from the server: while the app is in view it is kept up. */
export interface PushLine {
  start(): void;
  stop(): void;
}

/** How long to wait before the n-th try, growing and spread, so that a restarted server is not met by everybody at once. */
export function waitBefore(attempt: number, random: number): number {
  return Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + random / 2));
}

/**
 * Connects, greets with the token, and hands on what the server says. `hello` comes on every connection, after a dropped one
 * too: what happened in between is unknown then, and everything on show is asked for again.
 */
export function createPushLine(onMessage: (message: PushMessage) => void): PushLine {
  let isWanted = false;
  let attempt = 0;
  let socket: Socket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function later(): void {
    clearTimeout(timer);
    if (isWanted) timer = setTimeout(() => void connect(), waitBefore(attempt, Math.random()));
    attempt += 1;
  }

  async function connect(): Promise<void> {
    if (!isWanted || socket) return;
    const token = await memberToken().catch(() => null);
    if (!isWanted || socket) return;
    if (!token) return later();
    const line = platform.openSocket(`${PUSH_PATH}?as=member`);
    socket = line;
    line.onOpen(() => line.send(JSON.stringify({ type: 'auth', token })));
    line.onMessage((text) => {
      const message = messageOf(text);
      if (!message || socket !== line) return;
      if (message.event === 'hello') attempt = 0;
      onMessage(message);
    });
    line.onClose((code) => {
      if (socket === line) socket = null;
      if (code === SIGNED_OUT) forgetToken();
      later();
    });
  }

  return {
    start() {
      if (isWanted) return;
      isWanted = true;
      attempt = 0;
      void connect();
    },
    stop() {
      isWanted = false;
      clearTimeout(timer);
      socket?.close();
      socket = null;
    },
  };
}

/** Anything that is not of the contract is left alone: an old app must survive a newer server. */
export function messageOf(text: string): PushMessage | null {
  try {
    const message = JSON.parse(text) as { event?: unknown };
    return typeof message.event === 'string' ? (message as PushMessage) : null;
  } catch {
    return null;
  }
}
