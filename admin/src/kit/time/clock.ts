/**
 * The business's present. It follows the server's clock, which a demo may move ahead of the wall clock;
 * durations on the screen ("waiting for 2 hours") are counted from here and never from Date.now().
 */
let offsetMs = 0;
const listeners = new Set<() => void>();

export const businessNow = (): number => Date.now() + offsetMs;

/** Takes the server's instant (RFC 3339) as it just arrived. Differences below 5 seconds are the network's. */
export function setBusinessClock(serverNow: string): void {
  const next = Date.parse(serverNow) - Date.now();
  if (Number.isNaN(next) || Math.abs(next - offsetMs) < 5_000) return;
  offsetMs = next;
  for (const listener of listeners) listener();
}

export function onClockMoved(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
