import { createContext, type ReactNode, useContext } from 'react';

/** The merchant's money and clock: what the whole console counts and dates in. */
export interface Zone {
  readonly currency: string;
  readonly timezone: string;
}

const ZoneContext = createContext<Zone>({ currency: 'CNY', timezone: 'Asia/Shanghai' });

export function ZoneProvider({ zone, children }: { zone: Zone; children: ReactNode }) {
  return <ZoneContext.Provider value={zone}>{children}</ZoneContext.Provider>;
}

export const useZone = (): Zone => useContext(ZoneContext);
