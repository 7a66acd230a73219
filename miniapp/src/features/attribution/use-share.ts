import { useCallback, useEffect, useRef, useState } from 'react';
import { type Problem, problemFromFailure } from '@/lib/problem';
import { makeShare, type ShareAnswer, type ShareWish } from './api';

export interface ShareState {
  share: ShareAnswer | null;
  problem: Problem | null;
  again: () => void;
}

/** The share for a wish; while another choice of words is on its way the one before stays, so that the sheet does not blink. */
export function useShare(wish: ShareWish | null): ShareState {
  const [share, setShare] = useState<ShareAnswer | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tries, setTries] = useState(0);
  const subject = useRef<string | null>(null);
  const { sku, campaign, channel, words, isInvite } = wish ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish is its parts, and a new try asks again.
  useEffect(() => {
    if (!wish) return;
    const of = `${wish.sku ?? ''}/${wish.campaign ?? ''}`;
    if (subject.current !== of) setShare(null);
    subject.current = of;
    setProblem(null);
    let isCurrent = true;
    makeShare(wish)
      .then((made) => isCurrent && setShare(made))
      .catch((failure: unknown) => isCurrent && setProblem(problemFromFailure(failure)));
    return () => {
      isCurrent = false;
    };
  }, [sku, campaign, channel, words, isInvite, tries]);
  const again = useCallback(() => setTries((count) => count + 1), []);
  return { share, problem, again };
}
