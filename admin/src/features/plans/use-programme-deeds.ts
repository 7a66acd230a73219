import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import type { Programme } from './rate';
import { plansWords } from './words';

export type ProgrammeDeed = 'makeDefault' | 'deactivate' | 'activate' | 'remove';

/** Does a deed and says what came of it; answers whether it was done. */
export function useProgrammeDeeds({ id, name, version }: Programme) {
  const words = useWords(plansWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [isBusy, setBusy] = useState(false);
  const params = { id };
  const deeds: Record<ProgrammeDeed, () => Promise<string>> = {
    makeDefault: async () => {
      await call(routes.plans.makeDefault, { params });
      return words.madeDefault(name);
    },
    deactivate: async () => {
      const { moved } = await call(routes.plans.deactivateProgramme, { params, body: { version } });
      return words.deactivated(name, moved);
    },
    activate: async () => {
      await call(routes.plans.activateProgramme, { params });
      return words.activated(name);
    },
    remove: async () => {
      await call(routes.plans.deleteProgramme, { params });
      return words.removed(name);
    },
  };
  const run = async (deed: ProgrammeDeed): Promise<boolean> => {
    setBusy(true);
    try {
      message.success(await deeds[deed]());
      for (const room of ['plans', 'climbing', 'promoters', 'rules']) {
        void client.invalidateQueries({ queryKey: [room] });
      }
      return true;
    } catch (error) {
      report(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { run, isBusy };
}
