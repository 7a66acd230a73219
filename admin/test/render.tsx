import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { type Session, SessionProvider } from '../src/app/session';
import { ThemeProvider } from '../src/kit/theme/theme-provider';
import { setBusinessClock } from '../src/kit/time/clock';
import { answerOf, type FixtureAnswer } from './fixtures/api';
import { session } from './fixtures/people';

export interface Request {
  readonly method: string;
  readonly url: string;
  readonly body: Record<string, unknown>;
  readonly headers: Record<string, string>;
}

interface RenderOptions {
  /** Where the page stands, with its query. */
  readonly path?: string;
  /** The pattern of the page's route. */
  readonly route?: string;
  readonly permissions?: readonly string[];
  /** Answers that differ from the fixtures: the first that is not undefined holds. */
  readonly answer?: (request: Request) => FixtureAnswer | undefined;
}

/** Draws a page in all its surroundings, with the fixtures behind it, and keeps what it asked the server. */
export function renderPage(page: ReactNode, options: RenderOptions = {}) {
  const requests: Request[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const body = typeof init.body === 'string' ? JSON.parse(init.body) : {};
    const request = { method: init.method ?? 'GET', url, body, headers: init.headers as Record<string, string> };
    requests.push(request);
    const { status, body: answer } = options.answer?.(request) ?? answerOf(request.method, url, body);
    return new Response(status === 204 ? null : JSON.stringify(answer), { status });
  });
  setBusinessClock(session.now);
  const own = { ...session, permissions: options.permissions ?? session.permissions } as unknown as Session;
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const router = createMemoryRouter(
    [
      { path: options.route ?? '*', element: page },
      { path: '*', element: <div>elsewhere</div> },
    ],
    { initialEntries: [options.path ?? '/'] },
  );
  const view = render(
    <QueryClientProvider client={client}>
      <ThemeProvider>
        <SessionProvider session={own}>
          <RouterProvider router={router} />
        </SessionProvider>
      </ThemeProvider>
    </QueryClientProvider>,
  );
  const asked = (method: string, part: string) =>
    requests.filter((one) => one.method === method && one.url.includes(part));
  return { ...view, router, requests, asked, client };
}
