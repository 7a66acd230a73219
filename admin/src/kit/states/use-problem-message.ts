import { App } from 'antd';
import { useCallback } from 'react';
import { isProblem } from '../../lib/problem';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';

/** Says in one message why a click did not do what it should, for actions that have no place of their own for it. */
export function useProblemMessage(): (error: unknown) => void {
  const { message } = App.useApp();
  const words = useWords(kitWords);
  return useCallback(
    (error: unknown) => {
      if (!isProblem(error)) {
        message.error(words.problemTitle);
        throw error;
      }
      if (error.status === 401) return;
      const text = error.status === 0 ? words.networkDetail : error.detail || error.title;
      const number = error.requestId && error.status >= 500 ? ` (${error.requestId})` : '';
      message.error(`${text || words.problemTitle}${number}`, 6);
    },
    [message, words],
  );
}
