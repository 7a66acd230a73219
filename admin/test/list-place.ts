import type { createMemoryRouter } from 'react-router';

/** The query of where a router stands. */
export const placeOf = (router: ReturnType<typeof createMemoryRouter>): string => router.state.location.search;
