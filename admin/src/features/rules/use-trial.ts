import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { useZone } from '../../kit/time/zone-context';
import { usePaused } from '../../kit/use-paused';
import { type BodyOf, call } from '../../lib/call';
import type { Changes } from '../plans/use-check';
import { blankLine, blankOrder, type OrderDraft, triedOrderOf } from './tried-order';
import type { Trial } from './types';

const storedAs = 'fenrun.tried-order';
const pauseMs = 300;

export interface TrialState {
  readonly order: OrderDraft;
  change(patch: Partial<OrderDraft>): void;
  readonly promoterName: string | null;
  readonly answer: Trial | undefined;
  readonly error: unknown;
  readonly isAsking: boolean;
  /** Whether there is enough to ask with. */
  readonly isComplete: boolean;
  /** Whether the result is marked at the rules. */
  readonly isMarking: boolean;
  setMarking(isMarking: boolean): void;
}

const noChanges: Changes = [];

/** The order that is tried, kept for this window, and what it would pay by the rules as they are. */
export function useTrial(isEnabled: boolean): TrialState {
  const [kept, setKept] = useState<OrderDraft | null>(readKept);
  const [isMarking, setMarking] = useState(true);
  const first = useFirstOrder(isEnabled && kept === null);
  const order = kept ?? first ?? blankOrder;
  const { currency } = useZone();
  const asked = useTried(order, noChanges, isEnabled && (kept !== null || first !== null));
  const promoterName = useQuery({
    queryKey: ['promoters', 'name', order.promoter],
    queryFn: ({ signal }) => call(routes.promoters.read, { params: { code: order.promoter ?? '' }, signal }),
    enabled: isEnabled && order.promoter !== null,
  });
  return {
    order,
    change: (patch) => {
      const next = { ...order, ...patch };
      window.sessionStorage.setItem(storedAs, JSON.stringify(next));
      setKept(next);
    },
    promoterName: promoterName.data?.name ?? null,
    answer: asked.data,
    error: asked.error,
    isAsking: asked.isFetching,
    isComplete: triedOrderOf(order, currency) !== null,
    isMarking,
    setMarking,
  };
}

/** Asks what an order would pay, with changes of the rule book if there are any, a moment after the last edit. */
export function useTried(order: OrderDraft, changes: Changes, isEnabled: boolean) {
  const { currency } = useZone();
  const language = useLanguage();
  const now = useMemo(() => triedOrderOf(order, currency), [order, currency]);
  const body = usePaused(
    useMemo(() => JSON.stringify({ order: now, changes }), [now, changes]),
    pauseMs,
  );
  return useQuery({
    queryKey: ['rules', 'trial', language, body],
    queryFn: ({ signal }) => call(routes.trials.order, { body: JSON.parse(body) as BodyOf<'trials.order'>, signal }),
    enabled: isEnabled && now !== null && !body.startsWith('{"order":null'),
    placeholderData: (old) => old,
    retry: false,
  });
}

function readKept(): OrderDraft | null {
  try {
    const value: unknown = JSON.parse(window.sessionStorage.getItem(storedAs) ?? 'null');
    return value === null ? null : { ...blankOrder, ...(value as OrderDraft) };
  } catch {
    return null;
  }
}

/** So that the panel says something before anything is filled in: somebody who promotes, and something that is sold. */
function useFirstOrder(isEnabled: boolean): OrderDraft | null {
  const { data } = useQuery({
    queryKey: ['rules', 'first-trial'],
    queryFn: async ({ signal }) => {
      const [promoters, products] = await Promise.all([
        call(routes.promoters.list, { query: { status: 'active', limit: 1 }, signal }),
        call(routes.storefront.products, { query: { state: 'on_shelf', limit: 2 }, signal }),
      ]);
      const lines = products.data.map(({ sku }, index) => ({ ...blankLine, sku, quantity: index === 0 ? 2 : 1 }));
      return {
        ...blankOrder,
        promoter: promoters.data[0]?.code ?? null,
        customer: 'returning' as const,
        lines: lines.length > 0 ? lines : blankOrder.lines,
      };
    },
    enabled: isEnabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data ?? null;
}
