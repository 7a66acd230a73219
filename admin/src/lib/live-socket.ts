export interface LiveSocketOptions {
  readonly url: string;
  onMessage(text: string): void;
  /** Called on every change; after a break the listener must fetch anew what it may have missed. */
  onState(isOpen: boolean): void;
}

const firstDelayMs = 500;
const longestDelayMs = 30_000;
/** A socket that was open this long is healthy again: the next break starts with the short delay. */
const healthyAfterMs = 10_000;

/** A WebSocket that comes back: after a break it waits twice as long each time, with a random part, up to 30 seconds. */
export function openLiveSocket(options: LiveSocketOptions): () => void {
  let socket: WebSocket | null = null;
  let timer: number | undefined;
  let failures = 0;
  let isStopped = false;
  const connect = () => {
    if (isStopped) return;
    const made = new WebSocket(options.url);
    let openedAt = 0;
    socket = made;
    made.onopen = () => {
      openedAt = Date.now();
      options.onState(true);
    };
    made.onmessage = (event) => options.onMessage(String(event.data));
    made.onclose = () => {
      if (isStopped) return;
      options.onState(false);
      failures = openedAt > 0 && Date.now() - openedAt >= healthyAfterMs ? 0 : failures + 1;
      timer = window.setTimeout(connect, delayAfter(failures));
    };
  };
  const wake = () => {
    if (isStopped || socket?.readyState === WebSocket.OPEN || socket?.readyState === WebSocket.CONNECTING) return;
    window.clearTimeout(timer);
    connect();
  };
  window.addEventListener('online', wake);
  document.addEventListener('visibilitychange', wake);
  connect();
  return () => {
    isStopped = true;
    window.clearTimeout(timer);
    window.removeEventListener('online', wake);
    document.removeEventListener('visibilitychange', wake);
    socket?.close();
  };
}

function delayAfter(failures: number): number {
  const longest = Math.min(longestDelayMs, firstDelayMs * 2 ** failures);
  return longest / 2 + Math.random() * (longest / 2);
}
