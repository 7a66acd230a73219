import { commissionKindWords, commissionStatusWords, reviewWords } from '@fenrun/contracts/labels';
import { useMemo } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { Filter } from '../../kit/list/filters';
import { wordOptions } from '../../kit/list/word-options';
import { findCampaigns, findGroups, findProgrammes, findPromoters, findSkus } from '../../lib/find-options';
import { commissionWords } from './words';

/** Everything that commissions can be filtered by. The queue shows first why they wait, the ledger first when they were paid. */
export function useCommissionFilters(use: 'queue' | 'ledger'): readonly Filter[] {
  const words = useWords(commissionWords);
  const language = useLanguage();
  return useMemo(() => {
    const status: Filter = {
      kind: 'choice',
      key: 'status',
      label: words.status,
      options: wordOptions(commissionStatusWords, language),
      multiple: true,
      first: true,
    };
    const matured: Filter = {
      kind: 'days',
      key: 'matured',
      label: words.maturedAt,
      fromKey: 'maturedFrom',
      toKey: 'maturedTo',
    };
    const paid: Filter = {
      kind: 'days',
      key: 'paid',
      label: words.paidAt,
      fromKey: 'from',
      toKey: 'to',
      first: use === 'ledger',
    };
    const review: Filter = {
      kind: 'choice',
      key: 'review',
      label: words.reviewReason,
      options: wordOptions(reviewWords, language),
      first: use === 'queue',
    };
    const rest: Filter[] = [
      { kind: 'find', key: 'promoter', label: words.promoter, find: findPromoters },
      { kind: 'find', key: 'group', label: words.group, find: findGroups },
      { kind: 'find', key: 'programme', label: words.programme, find: findProgrammes },
      { kind: 'amounts', key: 'amount', label: words.amount, fromKey: 'amountFrom', toKey: 'amountTo' },
      {
        kind: 'choice',
        key: 'kind',
        label: words.kind,
        options: wordOptions(commissionKindWords, language),
        multiple: true,
      },
      { kind: 'text', key: 'order', label: words.orderNumber },
      { kind: 'find', key: 'sku', label: words.sku, find: findSkus },
      { kind: 'find', key: 'campaign', label: words.campaign, find: findCampaigns },
    ];
    return use === 'queue' ? [status, matured, review, ...rest.slice(0, 5)] : [paid, status, ...rest, matured];
  }, [words, language, use]);
}
