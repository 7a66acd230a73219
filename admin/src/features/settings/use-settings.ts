import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { type AnswerOf, call } from '../../lib/call';
import { isProblem } from '../../lib/problem';
import { settingsWords } from './words';

export type SettingsVersion = AnswerOf<'plans.settings'>;
export type Settings = SettingsVersion['settings'];

/** The settings as they are edited: nothing counts until a version is saved, and a version is saved as a whole. */
export function useSettings() {
  const words = useWords(settingsWords);
  const client = useQueryClient();
  const { message, modal } = App.useApp();
  const report = useProblemMessage();
  const mayEdit = useCan('rules');
  const query = useQuery({
    queryKey: ['plans', 'settings'],
    queryFn: ({ signal }) => call(routes.plans.settings, { signal }),
  });
  const [draft, setDraft] = useState<Settings | null>(null);
  const [isBusy, setBusy] = useState(false);
  const version = query.data?.version;
  // Somebody else's newer version replaces what was shown, but never what is being edited here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version is the reason
  useEffect(() => setDraft(null), [version]);
  const settings = draft ?? query.data?.settings;
  const save = async (acknowledged: string[] = []): Promise<void> => {
    if (!settings || version === undefined) return;
    setBusy(true);
    try {
      const saved = await call(routes.plans.saveSettings, { body: { version, settings, acknowledged } });
      client.setQueryData(['plans', 'settings'], saved);
      setDraft(null);
      message.success(words.savedVersion);
    } catch (error) {
      if (!isProblem(error) || error.code !== 'acknowledgement-required') return report(error);
      const warnings = error.errors;
      modal.confirm({
        title: words.acknowledgeTitle,
        content: warnings.map((one) => one.detail).join('\n'),
        okText: words.acknowledge,
        cancelText: words.cancel,
        onOk: () => save([...acknowledged, ...warnings.map((one) => one.code)]),
      });
    } finally {
      setBusy(false);
    }
  };
  return {
    query,
    settings,
    mayEdit,
    isChanged: draft !== null,
    isBusy,
    change: (patch: Partial<Settings>) => settings && setDraft({ ...settings, ...patch }),
    discard: () => setDraft(null),
    save: () => save(),
  };
}

export type SettingsDraft = ReturnType<typeof useSettings>;
