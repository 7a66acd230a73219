import { useMe } from '@/features/identity/api';

/** The ladder as a promoter sees it. */
export function useLevels() {
  const me = useMe();
  return { me, ladder: me.data?.promoter?.ladder ?? null };
}
