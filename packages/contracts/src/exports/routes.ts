import type { Routes } from '../common/route';

export const exportsRoutes = {
  list: {
    id: 'exports.list',
    method: 'GET',
    path: '/api/v1/exports',
    auth: 'staff',
    may: 'export',
    summary: 'Export jobs, newest first.',
  },
  start: {
    id: 'exports.start',
    method: 'POST',
    path: '/api/v1/exports',
    auth: 'staff',
    may: 'export',
    status: 202,
    summary: 'Export as a job; small ones can be fetched from the list’s own .csv route.',
  },
  read: {
    id: 'exports.read',
    method: 'GET',
    path: '/api/v1/exports/{id}',
    auth: 'staff',
    may: 'export',
    summary: 'How far an export is.',
  },
  file: {
    id: 'exports.file',
    method: 'GET',
    path: '/api/v1/exports/{id}/file',
    auth: 'staff',
    may: 'export',
    gives: 'csv',
    summary: 'The file of a finished export.',
  },
} as const satisfies Routes;
