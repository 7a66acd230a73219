import type { Routes } from '../common/route';

export const couponsRoutes = {
  list: {
    id: 'coupons.list',
    method: 'GET',
    path: '/api/v1/coupons',
    auth: 'staff',
    may: 'read',
    summary: 'Coupons, newest first.',
  },
  add: {
    id: 'coupons.add',
    method: 'POST',
    path: '/api/v1/coupons',
    auth: 'staff',
    may: 'rules',
    status: 201,
    summary: 'Add a coupon; codes ignore letter case.',
  },
  read: {
    id: 'coupons.read',
    method: 'GET',
    path: '/api/v1/coupons/{code}',
    auth: 'staff',
    may: 'read',
    summary: 'One coupon.',
  },
  save: {
    id: 'coupons.save',
    method: 'PUT',
    path: '/api/v1/coupons/{code}',
    auth: 'staff',
    may: 'rules',
    summary: 'Change a coupon; orders that used it keep what it took off and to whom they went.',
  },
} as const satisfies Routes;
