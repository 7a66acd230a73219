import { createContext, type ReactNode, useContext } from 'react';

const AbilitiesContext = createContext<ReadonlySet<string>>(new Set());

/** What the signed-in person may do, as the server said it. */
export function AbilitiesProvider({ abilities, children }: { abilities: ReadonlySet<string>; children: ReactNode }) {
  return <AbilitiesContext.Provider value={abilities}>{children}</AbilitiesContext.Provider>;
}

export const useCan = (ability: string): boolean => useContext(AbilitiesContext).has(ability);

/** The only way to show permission: what a person may not do is not drawn, or drawn as `otherwise`. */
export function Can({
  do: ability,
  otherwise = null,
  children,
}: {
  do: string;
  otherwise?: ReactNode;
  children: ReactNode;
}) {
  return useCan(ability) ? children : otherwise;
}
