import { useEffect, useState } from 'react';
import { platform } from './platform';

/** Whether the server can be reached, from the phone's own word and from how the last request ended. */
let isOnline = true;
const listeners = new Set<(online: boolean) => void>();

export function noteReachability(online: boolean): void {
  if (online === isOnline) return;
  isOnline = online;
  for (const listen of listeners) listen(online);
}

export function watchNetwork(): void {
  void platform.isOnline().then(noteReachability, () => undefined);
  platform.onNetwork(noteReachability);
}

export function onReachability(listen: (online: boolean) => void): () => void {
  listeners.add(listen);
  return () => void listeners.delete(listen);
}

export function useOnline(): boolean {
  const [online, setOnline] = useState(isOnline);
  useEffect(() => {
    setOnline(isOnline);
    return onReachability(setOnline);
  }, []);
  return online;
}
