import { createContext, useContext } from 'react';

/** The merchant's currency, known once the shop's own data has been read. */
export const CurrencyContext = createContext('CNY');

export function useCurrency(): string {
  return useContext(CurrencyContext);
}
