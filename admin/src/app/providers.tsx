import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef } from 'react';
import { localeOf, useLanguage } from '../kit/i18n/language';
import { useWords } from '../kit/i18n/words';
import { ThemeProvider } from '../kit/theme/theme-provider';
import { queryClient } from '../lib/query-client';
import { PageBoundary } from './page-boundary';
import { appWords } from './words';

export function Providers({ children }: { children: ReactNode }) {
  const language = useLanguage();
  const words = useWords(appWords);
  const shown = useRef(language);
  useEffect(() => {
    // Some sentences are the server's: in another language they are fetched anew.
    if (shown.current !== language) void queryClient.invalidateQueries();
    shown.current = language;
    document.documentElement.lang = localeOf(language);
    document.title = words.console;
  }, [language, words]);
  return (
    <QueryClientProvider client={queryClient}>
      <ThemeProvider>
        <PageBoundary>{children}</PageBoundary>
      </ThemeProvider>
    </QueryClientProvider>
  );
}
