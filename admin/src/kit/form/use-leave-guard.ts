import { App } from 'antd';
import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';

const none: readonly string[] = [];

/** The state of a way that takes the changes along: nothing is left behind, so nothing is asked. */
export const keptState = { isKept: true };

/**
 * Asks before unsaved changes are left behind, inside the console and when the tab is closed. A form in a panel names the
 * parameters of the URL that say which panel is open: another value of one of them leaves it too.
 */
export function useLeaveGuard(hasChanges: boolean, panelKeys: readonly string[] = none): void {
  const words = useWords(kitWords);
  const { modal } = App.useApp();
  const blocker = useBlocker(
    ({ currentLocation: from, nextLocation: to }) =>
      hasChanges &&
      (to.state as Partial<typeof keptState> | null)?.isKept !== true &&
      (from.pathname !== to.pathname || differs(from.search, to.search, panelKeys)),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    const asked = modal.confirm({
      title: words.unsaved,
      okText: words.leave,
      cancelText: words.stay,
      onOk: () => blocker.proceed(),
      onCancel: () => blocker.reset(),
    });
    return () => asked.destroy();
  }, [blocker, modal, words]);
  useEffect(() => {
    if (!hasChanges) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [hasChanges]);
}

function differs(from: string, to: string, keys: readonly string[]): boolean {
  const [old, next] = [new URLSearchParams(from), new URLSearchParams(to)];
  return keys.some((key) => old.get(key) !== next.get(key));
}
