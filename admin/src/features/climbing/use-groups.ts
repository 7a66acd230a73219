import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { isProblem, type Problem } from '../../lib/problem';
import { draftOf, formOf, type Groups, type GroupsDraft } from './group-draft';
import { groupsWords } from './groups-words';
import type { MovesAsked } from './moves-dialog';
import { useAfterMoves } from './use-ladder';

/** The groups as they are edited: nothing counts until they are saved, all together. */
export function useGroupsDraft() {
  const query = useQuery({
    queryKey: ['climbing', 'groups'],
    queryFn: ({ signal }) => call(routes.climbing.groups, { signal }),
  });
  const [changed, setChanged] = useState<GroupsDraft | null>(null);
  const saved = query.data;
  const draft = changed ?? (saved ? draftOf(saved.groups) : null);
  const saving = useGroupsSaving(saved, draft, () => setChanged(null));
  // Somebody else's newer version replaces what was shown.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a new version is the reason
  useEffect(() => setChanged(null), [saved?.version]);
  const change = (next: GroupsDraft | null) => {
    saving.forgetRefusal();
    const isSame = saved !== undefined && JSON.stringify(next) === JSON.stringify(draftOf(saved.groups));
    setChanged(isSame ? null : next);
  };
  return { ...saving, query, saved, draft, isChanged: changed !== null, change, discard: () => change(null) };
}

/** Saving goes in two steps: who would move is shown first. */
function useGroupsSaving(saved: Groups | undefined, draft: GroupsDraft | null, onSaved: () => void) {
  const words = useWords(groupsWords);
  const { message } = App.useApp();
  const { currency } = useZone();
  const report = useProblemMessage();
  const afterMoves = useAfterMoves();
  const [asked, ask] = useState<MovesAsked | null>(null);
  const [refused, refuse] = useState<Problem | null>(null);
  const propose = async () => {
    if (!draft || !saved) return;
    const groups = formOf(draft);
    refuse(null);
    try {
      const preview = await call(routes.climbing.previewGroups, { body: { groups } });
      ask({
        title: words.previewTitle,
        preview,
        figureLabel: words.revenueFigure,
        say: (figure) => moneyString(figure, currency),
        save: async () => {
          const answer = await call(routes.climbing.saveGroups, { body: { version: saved.version, groups } });
          message.success(words.saved(answer.moved));
          onSaved();
          afterMoves();
        },
      });
    } catch (error) {
      // What is refused for a reason stays on the page until it is mended; a failure is only said.
      if (isProblem(error) && error.status >= 400 && error.status < 500) refuse(error);
      else report(error);
    }
  };
  return { asked, refused, propose, close: () => ask(null), forgetRefusal: () => refuse(null) };
}
