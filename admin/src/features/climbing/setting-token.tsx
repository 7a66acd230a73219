import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCan } from '../../kit/can';
import { ChoiceToken } from '../../kit/sentence/token';
import { Bar } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import type { Settings } from '../settings/use-settings';

interface SettingTokenProps {
  label: string;
  valueIn: (settings: Settings) => string;
  options: readonly { value: string; label: string }[];
  patchOf: (value: string) => Partial<Settings>;
  savedText: (value: string) => string;
}

/** One of the settings inside a sentence of another page: a choice saves a new version of all of them at once. */
export function SettingToken({ label, valueIn, options, patchOf, savedText }: SettingTokenProps) {
  const mayEdit = useCan('rules');
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const { data } = useQuery({
    queryKey: ['plans', 'settings'],
    queryFn: ({ signal }) => call(routes.plans.settings, { signal }),
  });
  if (!data) return <Bar width={48} />;
  const save = async (value: string) => {
    try {
      const settings = { ...data.settings, ...patchOf(value) };
      const saved = await call(routes.plans.saveSettings, {
        body: { version: data.version, settings, acknowledged: [] },
      });
      client.setQueryData(['plans', 'settings'], saved);
      message.success(savedText(value));
    } catch (error) {
      report(error);
    }
  };
  return (
    <ChoiceToken label={label} value={valueIn(data.settings)} options={options} onCommit={mayEdit ? save : undefined} />
  );
}
