import { useCallback, useRef, useState } from 'react';
import { freshKey } from '../fresh-key';
import { isUncertain, type Problem, problemFromFailure } from '../problem';

export interface Deed<Input, Output> {
  isRunning: boolean;
  problem: Problem | null;
  /** Does it once, however often the button is tapped. Resolves with null where it was refused; the problem says why. */
  run: (input: Input) => Promise<Output | null>;
  forgive: () => void;
}

/**
 * A write with a key that lives as long as the intention does: a try whose end is unknown is repeated with the same key,
 * so that a payment asked twice is one payment. A clear answer, yes or no, ends the intention.
 */
export function useDeed<Input, Output>(write: (input: Input, key: string) => Promise<Output>): Deed<Input, Output> {
  const [isRunning, setRunning] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const intention = useRef<{ of: string; key: string } | null>(null);
  const busy = useRef(false);
  const writer = useRef(write);
  writer.current = write;
  const run = useCallback(async (input: Input): Promise<Output | null> => {
    if (busy.current) return null;
    busy.current = true;
    setRunning(true);
    setProblem(null);
    const of = JSON.stringify(input ?? null);
    if (intention.current?.of !== of) intention.current = { of, key: freshKey(Date.now()) };
    try {
      const output = await writer.current(input, intention.current.key);
      intention.current = null;
      return output;
    } catch (failure) {
      const found = problemFromFailure(failure);
      if (!isUncertain(found)) intention.current = null;
      setProblem(found);
      return null;
    } finally {
      busy.current = false;
      setRunning(false);
    }
  }, []);
  const forgive = useCallback(() => setProblem(null), []);
  return { isRunning, problem, run, forgive };
}
