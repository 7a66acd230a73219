import type { ProblemKind } from '../../problem';

const CAUSES: Record<ProblemKind, string> = {
  offline: '手机现在没有连上网络。',
  timeout: '等了很久，服务器没有回应。',
  server: '服务器刚才没有回应。',
  busy: '现在用的人有点多。',
  'signed-out': '登录过期了。',
  missing: '没有找到这条内容，可能已经撤下。',
  refused: '这一步没有做成。',
};

export const common = {
  back: '返回',
  close: '关闭',
  copy: '复制',
  copied: '已复制',
  askMerchant: '问问商户',
  done: '好',
  more: '再看一些',
  noMore: '到底了',
  loadingMore: '正在取下面的…',
  moreFailed: '下面的没有取到，点这里再取一次',
  listComma: '、',
  pieces: (count: number) => `${count} 件`,
  tabs: { home: '首页', products: '选品', earnings: '收益', me: '我的' },
  singlePage: '前往小程序查看完整内容',
  updateReady: { title: '有新版本', words: '新版本已经准备好，重启后就能用。', restart: '重启', later: '稍后' },
};

export const states = {
  copied: '编号已复制',
  again: '再取一次',
  offline: (time: string) => `现在没有网络，显示的是 ${time} 的数据`,
  number: (id: string) => `编号 ${id}，点一下可复制`,
  cause: (kind: ProblemKind, detail: string) => (kind === 'refused' && detail ? detail : CAUSES[kind]),
  toast: (kind: ProblemKind, detail: string) => detail || CAUSES[kind],
};
