import type { roleWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { Navigate, useLocation } from 'react-router';
import { AbilitiesProvider } from '../kit/can';
import { ProblemState } from '../kit/states/problem-state';
import { setBusinessClock } from '../kit/time/clock';
import { ZoneProvider } from '../kit/time/zone-context';
import { type AnswerOf, call, onSignedOut } from '../lib/call';
import { isProblem } from '../lib/problem';
import { ShellSkeleton } from './shell-skeleton';

export type Session = AnswerOf<'identity.session'>;
export type Role = keyof typeof roleWords;

const SessionContext = createContext<Session | null>(null);

export const sessionKey = ['session'] as const;

/** Who is signed in, for which merchant. Only below the guard. */
export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('useSession is only for what stands below the session guard');
  return session;
}

/** Lets nobody in without a session, and gives what stands below it the merchant's zone, currency and permissions. */
export function SessionGuard({ children }: { children: ReactNode }) {
  const location = useLocation();
  const client = useQueryClient();
  const query = useQuery({ queryKey: sessionKey, queryFn: fetchSession, staleTime: 60_000 });
  useEffect(() => onSignedOut(() => forgetSession(client)), [client]);
  if (query.isPending) return <ShellSkeleton />;
  if (isProblem(query.error) && query.error.status === 401) {
    const next = `${location.pathname}${location.search}`;
    return <Navigate to={next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`} replace />;
  }
  if (!query.data) return <ProblemState error={query.error} onRetry={() => void query.refetch()} />;
  return <SessionProvider session={query.data}>{children}</SessionProvider>;
}

/** A session that the server no longer knows is forgotten; the answer to asking for one is not asked for again. */
function forgetSession(client: QueryClient): void {
  if (client.getQueryData(sessionKey)) void client.resetQueries({ queryKey: sessionKey });
}

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  const { currency, timezone } = session.merchant;
  const zone = useMemo(() => ({ currency, timezone }), [currency, timezone]);
  const abilities = useMemo(() => new Set<string>(session.permissions), [session.permissions]);
  return (
    <SessionContext.Provider value={session}>
      <ZoneProvider zone={zone}>
        <AbilitiesProvider abilities={abilities}>{children}</AbilitiesProvider>
      </ZoneProvider>
    </SessionContext.Provider>
  );
}

async function fetchSession(): Promise<Session> {
  const session = await call(routes.identity.session);
  setBusinessClock(session.now);
  return session;
}
