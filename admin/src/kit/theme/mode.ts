import { useSyncExternalStore } from 'react';
import type { Mode } from './roles';

/** What the reader chose: the system's mode unless they said otherwise on this machine. */
export type ModeChoice = 'system' | Mode;

const storageKey = 'fenrun.mode';
const listeners = new Set<() => void>();
const systemDark = () => window.matchMedia('(prefers-color-scheme: dark)');

function readChoice(): ModeChoice {
  const kept = window.localStorage.getItem(storageKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

function readMode(): Mode {
  const choice = readChoice();
  if (choice !== 'system') return choice;
  return systemDark().matches ? 'dark' : 'light';
}

function subscribe(listener: () => void): () => void {
  const query = systemDark();
  listeners.add(listener);
  query.addEventListener('change', listener);
  return () => {
    listeners.delete(listener);
    query.removeEventListener('change', listener);
  };
}

export function chooseMode(choice: ModeChoice): void {
  if (choice === 'system') window.localStorage.removeItem(storageKey);
  else window.localStorage.setItem(storageKey, choice);
  for (const listener of listeners) listener();
}

export const useMode = (): Mode => useSyncExternalStore(subscribe, readMode);
export const useModeChoice = (): ModeChoice => useSyncExternalStore(subscribe, readChoice);
