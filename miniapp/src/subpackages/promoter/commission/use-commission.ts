import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { readCommission } from '@/features/commission/api';
import type { OwnCommissionDetail } from '@/features/commission/model';
import { paramsOf } from '@/lib/navigation';
import { useQuery } from '@/lib/query/use-query';

/** One commission: how far it is, why it is this much, where it came from. */
export function useCommission() {
  const params = paramsOf('commission', useRouter().params);
  const id = params.id ?? '';
  const commission = useQuery({ key: `commission:${id}`, read: () => readCommission(id), isKept: true });
  const sheet = useShareSheet();
  const [isAsking, setAsking] = useState(false);
  const shareAgain = (data: OwnCommissionDetail) => {
    const line = data.lines[0];
    if (line) sheet.openFor({ sku: line.sku, name: line.name ?? data.title, image: line.image, earn: null });
  };
  return { commission, sheet, shareAgain, isAsking, setAsking };
}
