import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { setBusinessClock } from '../kit/time/clock';
import { openLiveSocket } from '../lib/live-socket';
import { keysTouchedBy, readPush } from '../lib/push';
import { useSession } from './session';

/**
 * Keeps the pages live: what the server says has changed is fetched anew, and after a break everything on the screen is.
 * Bursts (an import, a batch of settlements) are gathered for a moment, so that a page asks once and not a hundred times.
 */
export function useLive(): boolean {
  const client = useQueryClient();
  const { merchant } = useSession();
  const [isOpen, setOpen] = useState(true);
  const gathered = useRef(new Set<string>());
  const timer = useRef<number>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another merchant is another stream
  useEffect(() => {
    let wasBroken = false;
    const flush = () => {
      timer.current = undefined;
      const rooms = new Set(gathered.current);
      gathered.current.clear();
      void client.invalidateQueries({ predicate: (query) => rooms.has(String(query.queryKey[0])) });
    };
    const stop = openLiveSocket({
      url: `${window.location.protocol === 'https:' ? 'wss' : 'ws'}://${window.location.host}/api/v1/push`,
      onMessage: (text) => {
        const push = readPush(text);
        if (!push) return;
        setBusinessClock(push.at);
        for (const key of keysTouchedBy(push)) gathered.current.add(key);
        if (gathered.current.size > 0) timer.current ??= window.setTimeout(flush, 300);
      },
      onState: (open) => {
        setOpen(open);
        if (open && wasBroken) void client.invalidateQueries();
        wasBroken = !open;
      },
    });
    return () => {
      window.clearTimeout(timer.current);
      timer.current = undefined;
      stop();
    };
  }, [client, merchant.slug]);
  return isOpen;
}
