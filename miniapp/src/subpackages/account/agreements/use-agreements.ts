import { useMe } from '@/features/identity/api';
import { open } from '@/lib/navigation';

const KINDS = ['promoter_terms', 'privacy'] as const;

/** The agreements and, for promoters, the rules of the levels. */
export function useAgreements() {
  const me = useMe();
  return {
    kinds: KINDS,
    hasLadder: Boolean(me.data?.promoter?.ladder),
    read: (kind: (typeof KINDS)[number]) => open('agreement', { kind }),
  };
}
