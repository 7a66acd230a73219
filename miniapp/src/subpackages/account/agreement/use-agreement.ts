import { useRouter } from '@tarojs/taro';
import { readAgreement } from '@/features/identity/api';
import { paramsOf } from '@/lib/navigation';
import { useQuery } from '@/lib/query/use-query';

/** One agreement in its present version. */
export function useAgreement() {
  const params = paramsOf('agreement', useRouter().params);
  const kind = params.kind === 'privacy' ? 'privacy' : 'promoter_terms';
  return { agreement: useQuery({ key: `agreement:${kind}`, read: () => readAgreement(kind), isKept: true }) };
}
