import { createContext, useContext } from 'react';

/** Whether the push from the server is connected: pages that say "live" ask here. */
export const LiveContext = createContext(false);

export const useIsLive = (): boolean => useContext(LiveContext);
