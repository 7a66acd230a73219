import type { Words } from '../common/words';

export const promoterStatusWords = {
  applicant: { zh: '待审核', en: 'Applicant' },
  active: { zh: '正常', en: 'Active' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  banned: { zh: '已封禁', en: 'Banned' },
  rejected: { zh: '申请未通过', en: 'Application rejected' },
} as const satisfies Words;

export const agreementWords = {
  promoter_terms: { zh: '推广员协议', en: 'Promoter agreement' },
  privacy: { zh: '隐私保护指引', en: 'Privacy notice' },
} as const satisfies Words;

export const storyWords = {
  applied: { zh: '提交申请', en: 'Applied' },
  approved: { zh: '通过申请', en: 'Approved' },
  rejected: { zh: '申请未通过', en: 'Rejected' },
  joined: { zh: '加入', en: 'Joined' },
  suspended: { zh: '暂停', en: 'Suspended' },
  reinstated: { zh: '恢复', en: 'Reinstated' },
  programme: { zh: '推广计划变动', en: 'Programme changed' },
  group: { zh: '分组变动', en: 'Group changed' },
  inviter: { zh: '邀请人变动', en: 'Inviter changed' },
  payout: { zh: '提现', en: 'Payout' },
  review: { zh: '佣金转人工', en: 'Commission held for review' },
  note: { zh: '备注', en: 'Note' },
} as const satisfies Words;
