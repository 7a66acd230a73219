import type { Words } from '../common/words';

export const roleWords = {
  owner: { zh: '所有者', en: 'Owner' },
  operator: { zh: '运营', en: 'Operator' },
  finance: { zh: '财务', en: 'Finance' },
  viewer: { zh: '只读', en: 'Viewer' },
} as const satisfies Words;

export const permissionWords = {
  read: { zh: '查看', en: 'Look at everything' },
  catalogue: { zh: '管理商品', en: 'Keep the catalogue' },
  promoters: { zh: '管理推广员', en: 'Admit and manage promoters' },
  orders: { zh: '管理订单', en: 'Manage orders' },
  refund: { zh: '退款', en: 'Refund' },
  decide: { zh: '审核佣金', en: 'Decide on commissions' },
  payout: { zh: '处理提现', en: 'Handle payouts' },
  rules: { zh: '修改佣金规则', en: 'Change what is paid' },
  import: { zh: '导入', en: 'Import' },
  export: { zh: '导出', en: 'Export' },
  settings: { zh: '修改设置', en: 'Change settings' },
  staff: { zh: '管理成员与密钥', en: 'Manage staff and keys' },
} as const satisfies Words;

export const actorWords = {
  staff: { zh: '成员', en: 'Staff' },
  key: { zh: 'API 密钥', en: 'API key' },
  member: { zh: '小程序用户', en: 'Member' },
  webhook: { zh: '订单推送', en: 'Webhook' },
  command: { zh: '命令行', en: 'Command line' },
  system: { zh: '系统', en: 'System' },
} as const satisfies Words;
