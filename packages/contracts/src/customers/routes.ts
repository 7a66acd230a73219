import type { Routes } from '../common/route';

export const customersRoutes = {
  list: {
    id: 'customers.list',
    method: 'GET',
    path: '/api/v1/customers',
    auth: 'staff',
    may: 'read',
    summary: 'The customers, last order first.',
  },
  read: {
    id: 'customers.read',
    method: 'GET',
    path: '/api/v1/customers/{id}',
    auth: 'staff',
    may: 'read',
    summary: 'One customer.',
  },
} as const satisfies Routes;
