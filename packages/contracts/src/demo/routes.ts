import type { Routes } from '../common/route';

/** They do not exist with DEMO=0, and want a loopback Host. */
export const demoRoutes = {
  clock: {
    id: 'demo.clock',
    method: 'GET',
    path: '/demo/clock',
    auth: 'demo',
    summary: 'Business time and how far it was moved.',
  },
  advance: {
    id: 'demo.advance',
    method: 'POST',
    path: '/demo/clock',
    auth: 'demo',
    summary: 'Move business time on; answers when all that became due has been done.',
  },
  people: { id: 'demo.people', method: 'GET', path: '/demo/people', auth: 'demo', summary: 'Who may be played.' },
  actAs: {
    id: 'demo.actAs',
    method: 'POST',
    path: '/demo/act-as',
    auth: 'demo',
    summary: 'A code for a member’s sign-in as that person.',
  },
  wx: {
    id: 'demo.wx',
    method: 'POST',
    path: '/demo/wx/{call}',
    auth: 'demo',
    summary: 'What the H5 preview uses in place of wx.*; passed on to the emulator.',
  },
} as const satisfies Routes;
