import { useEffect, useRef } from 'react';

export interface ListKeys {
  /** J and K: 1 down, -1 up. */
  move(step: 1 | -1): void;
  select?(): void;
  open?(): void;
  close?(): void;
  /** Further keys of this list: a approves, r rejects. */
  more?: Readonly<Record<string, () => void>>;
}

/** Keys act only when no field has the focus, nothing modal is open, and no modifier is held. */
export function useListKeys(keys: ListKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      const act = actionOf(event.key.toLowerCase(), latest.current);
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}

function actionOf(key: string, keys: ListKeys): (() => void) | undefined {
  const actions: Record<string, (() => void) | undefined> = {
    j: () => keys.move(1),
    k: () => keys.move(-1),
    x: keys.select,
    o: keys.open,
    escape: keys.close,
    ...keys.more,
  };
  return actions[key];
}

const modal =
  '.ant-modal-wrap:not([style*="display: none"]), .ant-popover:not(.ant-popover-hidden), .ant-dropdown:not(.ant-dropdown-hidden), .ant-select-dropdown:not(.ant-select-dropdown-hidden)';

function isTyping(target: EventTarget | null): boolean {
  if (document.querySelector(modal)) return true;
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== 'checkbox' && target.type !== 'radio';
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}
