import type { Routes } from '../common/route';

export const wechatRoutes = {
  settings: {
    id: 'wechat.settings',
    method: 'GET',
    path: '/api/v1/wechat/settings',
    auth: 'staff',
    may: 'settings',
    summary: 'The merchant’s WeChat credentials, without secrets, and whether each works.',
  },
  saveSettings: {
    id: 'wechat.saveSettings',
    method: 'PUT',
    path: '/api/v1/wechat/settings',
    auth: 'staff',
    may: 'settings',
    summary: 'Save WeChat credentials; secrets are kept encrypted and never shown again.',
  },
  check: {
    id: 'wechat.check',
    method: 'POST',
    path: '/api/v1/wechat/check',
    auth: 'staff',
    may: 'settings',
    summary: 'Try the credentials against WeChat.',
  },
} as const satisfies Routes;
