import type { Routes } from '../common/route';

export const campaignsRoutes = {
  list: {
    id: 'campaigns.list',
    method: 'GET',
    path: '/api/v1/campaigns',
    auth: 'staff',
    may: 'read',
    summary: 'Campaigns, those that begin last first.',
  },
  add: {
    id: 'campaigns.add',
    method: 'POST',
    path: '/api/v1/campaigns',
    auth: 'staff',
    may: 'rules',
    status: 201,
    summary: 'Add a campaign.',
  },
  read: {
    id: 'campaigns.read',
    method: 'GET',
    path: '/api/v1/campaigns/{id}',
    auth: 'staff',
    may: 'read',
    summary: 'One campaign: its rules, its rates for own purchases, what it brought.',
  },
  save: {
    id: 'campaigns.save',
    method: 'PUT',
    path: '/api/v1/campaigns/{id}',
    auth: 'staff',
    may: 'rules',
    summary: 'Save a new version of a campaign; it decides sales paid from now on.',
  },
  end: {
    id: 'campaigns.end',
    method: 'POST',
    path: '/api/v1/campaigns/{id}/end',
    auth: 'staff',
    may: 'rules',
    summary: 'End a campaign now: its window closes at this moment.',
  },
  memberList: {
    id: 'campaigns.memberList',
    method: 'GET',
    path: '/api/v1/member/campaigns',
    auth: 'member',
    summary: 'Campaigns that run or will, with what they pay the promoter and how far he is.',
  },
  memberRead: {
    id: 'campaigns.memberRead',
    method: 'GET',
    path: '/api/v1/member/campaigns/{id}',
    auth: 'member',
    summary: 'One campaign with its products and what each earns.',
  },
} as const satisfies Routes;
