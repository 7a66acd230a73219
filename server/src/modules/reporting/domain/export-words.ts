import { commissionKindWords, commissionStatusWords, type Lang } from '@fenrun/contracts';
import type { CommissionKind, CommissionStatus } from '@fenrun/engine';

/** The columns of the commissions' CSV, in their order. Source: doors.md; the Chinese words are the glossary's. */
export const EXPORT_HEADERS: Readonly<Record<Lang, readonly string[]>> = {
  en: [
    'commission',
    'order',
    'paid_at',
    'promoter',
    'promoter_name',
    'kind',
    'programme',
    'campaign',
    'skus',
    'base',
    'amount',
    'net',
    'currency',
    'status',
    'reason',
  ],
  zh: [
    '佣金',
    '订单',
    '付款时间',
    '推广码',
    '推广员',
    '类型',
    '推广计划',
    '活动',
    '商品',
    '计佣金额',
    '佣金金额',
    '净额',
    '币种',
    '状态',
    '原因',
  ],
};

export const TOTAL: Readonly<Record<Lang, string>> = { en: 'TOTAL', zh: '合计' };

export const ALL: Readonly<Record<Lang, string>> = { en: 'all', zh: '全部' };

/** In English the words of the API, so that programs read them; in Chinese those of the console. */
export function statusWord(status: CommissionStatus, lang: Lang): string {
  return lang === 'en' ? status : commissionStatusWords[status].zh;
}

export function kindWord(kind: CommissionKind, lang: Lang): string {
  return lang === 'en' ? kind : commissionKindWords[kind].zh;
}
