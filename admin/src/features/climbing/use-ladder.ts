import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { figureText, type Ladder, type LadderForm } from './figure';
import { ladderWords } from './ladder-words';
import type { MovesAsked } from './moves-dialog';

export const ladderKey = ['climbing', 'ladder'];

export function useLadder() {
  return useQuery({ queryKey: ladderKey, queryFn: ({ signal }) => call(routes.climbing.ladder, { signal }) });
}

/** Rooms whose pages show levels, groups or rates: they are asked again when people have moved. */
const touched = ['climbing', 'plans', 'promoters', 'rules', 'waiting'];

/** After people were moved, whatever shows where they stand is asked again. */
export function useAfterMoves(): () => void {
  const client = useQueryClient();
  return () => {
    for (const room of touched) void client.invalidateQueries({ queryKey: [room] });
  };
}

/** Saving a ladder goes in two steps: who would move is shown first, and only then is it saved. */
export function useLadderSaving(ladder: Ladder | undefined) {
  const words = useWords(ladderWords);
  const { currency } = useZone();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const afterMoves = useAfterMoves();
  const [asked, ask] = useState<MovesAsked | null>(null);
  const [isBusy, setBusy] = useState(false);
  const save = async (form: LadderForm, acknowledged: string[]) => {
    const saved = await call(routes.climbing.saveLadder, {
      body: { version: ladder?.version ?? 0, ladder: form, acknowledged },
    });
    message.success(words.saved(saved.moved));
    afterMoves();
  };
  /** Asks who would move. What the form itself got wrong is thrown, for the form to show. */
  const propose = async (form: LadderForm, title: string, detail?: string, onSaved?: () => void) => {
    const preview = await call(routes.climbing.previewLadder, { body: { ladder: form } });
    ask({
      title,
      detail,
      preview,
      say: (figure) => figureText(figure, form.metric, currency, words),
      save: async (acknowledged) => {
        await save(form, acknowledged);
        onSaved?.();
      },
    });
    return preview;
  };
  const turn = async (isOn: boolean) => {
    if (!ladder?.ladder) return;
    setBusy(true);
    try {
      await propose(
        { ...ladder.ladder, isOn },
        isOn ? words.turnOn : words.turnOff,
        isOn ? undefined : words.turnOffDetail,
      );
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return { asked, close: () => ask(null), propose, turn, isBusy };
}
