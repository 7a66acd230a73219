import { type Lang, type Route, routes } from '@fenrun/contracts';

/** What the deeds of the audit log are called in Chinese; in English the route's own summary says it. */
const ZH: Readonly<Record<string, string>> = {
  'identity.signIn': '登录',
  'identity.changePassword': '修改密码',
  'identity.saveMerchant': '修改商户资料',
  'identity.addStaff': '添加成员',
  'identity.changeStaff': '修改成员',
  'identity.removeStaff': '移除成员',
  'identity.addApiKey': '新建 API 密钥',
  'identity.revokeApiKey': '停用 API 密钥',
  'identity.rotateWebhookSecret': '更换 Webhook 密钥',
  'identity.revokeWebhookSecret': '停用 Webhook 密钥',
  'plans.addProgramme': '新建推广计划',
  'plans.saveProgramme': '修改推广计划',
  'plans.saveSettings': '修改佣金设置',
  'plans.acknowledge': '确认法律提示',
  'promoters.addNote': '写备注',
  'promoters.approve': '通过推广员申请',
  'promoters.reject': '拒绝推广员申请',
  'promoters.suspend': '暂停推广员',
  'promoters.reinstate': '恢复推广员',
  'promoters.saveAgreement': '发布协议',
  'sales.recordManual': '人工录入订单',
  'sales.complete': '完成订单',
  'sales.refund': '退款',
  'sales.assignPromoter': '指定订单归属',
  'storefront.addProduct': '新建商品',
  'storefront.saveProduct': '修改商品',
  'storefront.removeProduct': '删除商品',
  'storefront.shelve': '上下架商品',
  'storefront.changeStock': '调整库存',
  'storefront.addCategory': '新建品类',
  'storefront.saveCategory': '修改品类',
  'storefront.removeCategory': '删除品类',
  'storefront.addPicture': '上传图片',
  'storefront.ship': '发货',
  'commission.approve': '批准佣金',
  'commission.reject': '拒绝佣金',
  'commission.adjust': '调整佣金',
  'commission.decide': '批量审核佣金',
  'payout.request': '代推广员申请提现',
  'payout.approve': '批准提现',
  'payout.reject': '拒绝提现',
  'payout.cancel': '取消提现',
  'payout.result': '登记打款结果',
  'imports.upload': '上传导入文件',
  'imports.map': '设置导入对应列',
  'imports.dryRun': '试算导入',
  'imports.run': '开始导入',
  'exports.start': '开始导出',
  'wechat.saveSettings': '修改微信凭证',
  'wechat.check': '检查微信凭证',
  'merchant.create': '创建商户',
};

const EN: ReadonlyMap<string, string> = new Map([
  ...Object.values(routes).flatMap((room) =>
    (Object.values(room) as Route[]).map(({ id, summary }) => [id, summary] as const),
  ),
  ['merchant.create', 'Created the merchant.'],
  ['plans.acknowledge', 'Acknowledge a legal warning.'],
]);

/** A deed of the audit log in words. One that has none is shown by its name. */
export function auditText(action: string, lang: Lang): string {
  return (lang === 'zh' ? ZH[action] : EN.get(action)?.replace(/\.$/, '')) ?? action;
}
