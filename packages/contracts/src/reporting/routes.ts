import type { Routes } from '../common/route';

export const reportingRoutes = {
  overview: {
    id: 'reporting.overview',
    method: 'GET',
    path: '/api/v1/reports/overview',
    auth: 'staff',
    may: 'read',
    summary: 'Sales, orders, conversion and commission of a period, against the same span before.',
  },
  trend: {
    id: 'reporting.trend',
    method: 'GET',
    path: '/api/v1/reports/trend',
    auth: 'staff',
    may: 'read',
    summary: 'Sales and commission by day, with the days before them.',
  },
  funnel: {
    id: 'reporting.funnel',
    method: 'GET',
    path: '/api/v1/reports/funnel',
    auth: 'staff',
    may: 'read',
    summary: 'Share, open, lead, order.',
  },
  topPromoters: {
    id: 'reporting.topPromoters',
    method: 'GET',
    path: '/api/v1/reports/promoters',
    auth: 'staff',
    may: 'read',
    summary: 'The best promoters, or those who moved most.',
  },
  waiting: {
    id: 'reporting.waiting',
    method: 'GET',
    path: '/api/v1/reports/waiting',
    auth: 'staff',
    may: 'read',
    summary: 'What waits for a decision.',
  },
  promoterWork: {
    id: 'reporting.promoterWork',
    method: 'GET',
    path: '/api/v1/promoters/{code}/work',
    auth: 'staff',
    may: 'read',
    summary: 'A promoter’s last 12 weeks and figures, against peers in the same programme.',
  },
  memberHome: {
    id: 'reporting.memberHome',
    method: 'GET',
    path: '/api/v1/member/home',
    auth: 'member',
    summary: 'The first page of the mini-program.',
  },
} as const satisfies Routes;
