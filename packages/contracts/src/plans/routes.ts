import type { Routes } from '../common/route';

export const plansRoutes = {
  programmes: {
    id: 'plans.programmes',
    method: 'GET',
    path: '/api/v1/programmes',
    auth: 'staff',
    may: 'read',
    summary: 'The programmes of the merchant with their present rates.',
  },
  programme: {
    id: 'plans.programme',
    method: 'GET',
    path: '/api/v1/programmes/{id}',
    auth: 'staff',
    may: 'read',
    summary: 'One programme with its versions.',
  },
  addProgramme: {
    id: 'plans.addProgramme',
    method: 'POST',
    path: '/api/v1/programmes',
    auth: 'staff',
    may: 'rules',
    status: 201,
    summary: 'Add a programme.',
  },
  saveProgramme: {
    id: 'plans.saveProgramme',
    method: 'PUT',
    path: '/api/v1/programmes/{id}',
    auth: 'staff',
    may: 'rules',
    summary: 'Save a new version of a programme; it decides sales paid from now on.',
  },
  settings: {
    id: 'plans.settings',
    method: 'GET',
    path: '/api/v1/settings',
    auth: 'staff',
    may: 'read',
    summary: 'The settings in force.',
  },
  saveSettings: {
    id: 'plans.saveSettings',
    method: 'PUT',
    path: '/api/v1/settings',
    auth: 'staff',
    may: 'rules',
    summary: 'Save a new version of the settings; it decides sales paid from now on.',
  },
} as const satisfies Routes;
