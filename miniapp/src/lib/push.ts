import { type Socket, platform } from './platform';
import { forgetToken, memberToken } from './session';

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 20_000;
const BEAT_MS = 25_000;

/** The live line from the server: while the app is in view it is kept up, and after each gap everything is asked again. */
export interface PushLine {
  start(): void;
  stop(): void;
}

export interface PushOptions {
  url: () => string;
  /** Something changed on the server: the topic names what. */
  onTopic: (topic: string) => void;
  /** The line is up again after it was down: what happened in between is unknown. */
  onGap: () => void;
}

/** How long to wait before the n-th try, growing and spread, so that a restarted server is not met by everybody at once. */
export function waitBefore(attempt: number, random: number): number {
  return Math.round(Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** attempt) * (0.5 + random / 2));
}

export function createPushLine({ url, onTopic, onGap }: PushOptions): PushLine {
  let isWanted = false;
  let attempt = 0;
  let hasBeenUp = false;
  let socket: Socket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;

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
    const line = platform.openSocket(url(), token);
    socket = line;
    let wasOpen = false;
    line.onOpen(() => {
      wasOpen = true;
      attempt = 0;
      if (hasBeenUp) onGap();
      hasBeenUp = true;
      beat = setInterval(() => line.send('{"type":"ping"}'), BEAT_MS);
    });
    line.onMessage((text) => {
      const topic = topicOf(text);
      if (topic === 'signed-out') forgetToken();
      else if (topic) onTopic(topic);
    });
    line.onClose(() => {
      clearInterval(beat);
      if (socket === line) socket = null;
      if (!wasOpen && attempt > 3) hasBeenUp = true;
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
      clearInterval(beat);
      socket?.close();
      socket = null;
    },
  };
}

function topicOf(text: string): string | null {
  try {
    const message = JSON.parse(text) as { topic?: unknown; type?: unknown };
    return typeof message.topic === 'string' ? message.topic : typeof message.type === 'string' ? message.type : null;
  } catch {
    return null;
  }
}
