import { useEffect, useState } from 'react';
import { businessNow, onClockMoved } from './clock';

/** The business's present, looked at again every half minute and whenever the clock is moved. */
export function useNow(everyMs = 30_000): number {
  const [now, setNow] = useState(businessNow);
  useEffect(() => {
    const look = () => setNow(businessNow());
    const timer = window.setInterval(look, everyMs);
    const stop = onClockMoved(look);
    return () => {
      window.clearInterval(timer);
      stop();
    };
  }, [everyMs]);
  return now;
}
