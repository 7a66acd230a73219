import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useProblemMessage } from '../../kit/states/use-problem-message';

/** Does one thing, says that it is done, and asks anew for the list it changed. Answers whether it went well. */
export function useDeed(listKey: QueryKey) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  return async (act: () => Promise<unknown>, said?: string): Promise<boolean> => {
    try {
      await act();
      if (said) message.success(said);
      await client.invalidateQueries({ queryKey: listKey });
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };
}
