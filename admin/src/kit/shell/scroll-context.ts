import { createContext } from 'react';

/** The element that scrolls the page: long lists draw only what is near its view. */
export const ScrollContext = createContext<HTMLElement | null>(null);
