import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useKeysetList } from '../../kit/list/use-keyset-list';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { type AnswerOf, call } from '../../lib/call';
import type { PlanChange } from './back-test-draft';

export type BackTest = AnswerOf<'trials.backTest'>;
export type BackTestResult = NonNullable<BackTest['result']>;

/** A back-test of a hundred thousand sales takes seconds: it is asked often while it runs. */
const pollMs = 700;
export const isRunning = (test: Pick<BackTest, 'state'> | undefined): boolean =>
  test?.state === 'waiting' || test?.state === 'running';

const earlierKey = ['trials', 'back-tests'];
const oneKey = (id: string | null) => ['trials', 'back-test', id];

export function useBackTest(id: string | null) {
  const client = useQueryClient();
  const query = useQuery({
    queryKey: oneKey(id),
    queryFn: ({ signal }) => call(routes.trials.backTest, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
    refetchInterval: (asked) => (isRunning(asked.state.data) ? pollMs : false),
  });
  const state = query.data?.state;
  // The list beside it was fetched when this test began; at its end it has something new to say.
  useEffect(() => {
    if (state && !isRunning({ state })) void client.invalidateQueries({ queryKey: earlierKey });
  }, [state, client]);
  return query;
}

const earlierShown = 12;

export function useEarlierBackTests() {
  return useKeysetList(earlierKey, (cursor, signal) =>
    call(routes.trials.backTests, { query: { limit: earlierShown, cursor }, signal }),
  );
}

/** Starts and stops back-tests; each answers the test as it then stands. */
export function useBackTestSteps(onTest: (test: BackTest) => void) {
  const client = useQueryClient();
  const report = useProblemMessage();
  const [isBusy, setBusy] = useState(false);
  const step = async (act: () => Promise<BackTest>) => {
    setBusy(true);
    try {
      const test = await act();
      client.setQueryData(oneKey(test.id), test);
      void client.invalidateQueries({ queryKey: earlierKey });
      onTest(test);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return {
    isBusy,
    start: (changes: readonly PlanChange[], days: number) =>
      step(() => call(routes.trials.startBackTest, { body: { changes: [...changes], days } })),
    cancel: (id: string) => step(() => call(routes.trials.cancelBackTest, { params: { id } })),
  };
}
