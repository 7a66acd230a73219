import { useState } from 'react';
import { useLeaveGuard } from './use-leave-guard';

/** For a form in a panel: asks before what was typed is left behind, and lets go of it once it is saved. */
export function usePanelGuard(panelKeys: readonly string[], onClose: () => void) {
  const [isTouched, setTouched] = useState(false);
  useLeaveGuard(isTouched, panelKeys);
  return {
    touch: () => setTouched(true),
    /** The guard must have seen that nothing is left unsaved before the panel goes. */
    leave: () => {
      setTouched(false);
      window.setTimeout(onClose, 0);
    },
  };
}
