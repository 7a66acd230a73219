import Taro, { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { touchStore } from '@/features/attribution/api';
import { useMe } from '@/features/identity/api';
import { type Application, apply, readJoin } from '@/features/promoters/api';
import { textNow } from '@/lib/i18n';
import { paramsOf, replace } from '@/lib/navigation';
import { useOnline } from '@/lib/network';
import { platform } from '@/lib/platform';
import { invalidate, put } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useQuery } from '@/lib/query/use-query';
import { shareCodeOf } from '@/lib/referrer';
import { useStore } from '@/lib/store';

/** Joining in one page: what it is, a name, the agreements, and the phone by one tap. */
export function useJoin() {
  const params = paramsOf('join', useRouter().params);
  const touch = useStore(touchStore);
  const invitation = shareCodeOf(params);
  const me = useMe();
  const page = useQuery({ key: `join:${invitation ?? ''}`, read: () => readJoin(invitation) });
  const [name, setName] = useState<string | null>(null);
  const [hasAgreed, setAgreed] = useState(false);
  const isOnline = useOnline();
  const shownName = name ?? me.data?.member.name ?? '';
  const hasPhone = Boolean(me.data?.member.phone);
  const deed = useDeed((application: Application, key) => apply(application, key));

  /** What is missing before the tap may ask for the phone; null when nothing is. */
  const missing = shownName.trim() === '' ? textNow().join.nameMissing : hasAgreed ? null : textNow().join.agreeFirst;

  async function submit(detail: unknown): Promise<void> {
    if (missing) return toast(missing);
    const phoneCode = hasPhone ? null : await platform.phoneCode(detail).catch(() => null);
    if (!hasPhone && !phoneCode) return toast(textNow().join.phoneRefused);
    const consents = (page.data?.agreements ?? []).map(({ kind, version }) => ({ kind, version }));
    const done = await deed.run({ name: shownName.trim(), phoneCode, invitation, consents });
    if (!done) return;
    put('me', done, Date.now());
    invalidate('home', 'join', 'products', 'product');
    if (done.application.status === 'admitted') replace('welcome');
    else replace('application');
  }

  return {
    page,
    me,
    name: shownName,
    setName,
    hasAgreed,
    setAgreed,
    isOnline,
    hasPhone,
    missing,
    submit,
    isBusy: deed.isRunning,
    problem: deed.problem,
    invitedBy: touch?.invite ? touch.promoter : null,
  };
}

function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2000 });
}
