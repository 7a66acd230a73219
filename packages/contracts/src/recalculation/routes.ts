import type { Routes } from '../common/route';

export const recalculationRoutes = {
  preview: {
    id: 'recalculation.preview',
    method: 'POST',
    path: '/api/v1/recalculations/preview',
    auth: 'staff',
    may: 'decide',
    summary: 'What deciding these past sales by today’s rule book would change; nothing is posted.',
  },
  run: {
    id: 'recalculation.run',
    method: 'POST',
    path: '/api/v1/recalculations',
    auth: 'staff',
    may: 'decide',
    status: 201,
    summary:
      'Decide chosen past sales again by today’s rule book and post the differences as adjustments, with a reason.',
  },
} as const satisfies Routes;
