import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import styles from './layers.module.css';
import type { Rule } from './types';
import type { LayerRules } from './use-rules';
import { rulesWords } from './words';

const undoSeconds = 8;
/** One message at a time: only the last move can be undone. */
const messageKey = 'rule-rank';

/**
 * The order of a layer as it is being ranked. A move shows at once and is asked of the server; when that refuses, the
 * old order comes back. `move` puts the rule at one place of what is shown to another.
 */
export function useRank({ query, rules }: LayerRules) {
  const words = useWords(rulesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [moved, setMoved] = useState<readonly string[] | null>(null);
  // Fresh rows from the server bring the order that holds.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only newer rows are the reason
  useEffect(() => setMoved(null), [query.dataUpdatedAt]);
  const shown = moved ? inOrder(rules, moved) : rules;
  const ids = shown.map((rule) => rule.id);

  /** The rule that follows a place: it may be the first of a page that is not here yet. */
  const following = async (list: readonly string[], place: number): Promise<string | null> => {
    const next = list[place + 1];
    if (next !== undefined || !query.hasNextPage) return next ?? null;
    const { data } = await query.fetchNextPage();
    return data?.pages.at(-1)?.data[0]?.id ?? null;
  };
  const rank = async (id: string, before: string | null) => {
    const { changed } = await call(routes.rules.rank, { params: { id }, body: { before } });
    await client.invalidateQueries({ queryKey: ['rules'] });
    return changed.length;
  };
  const undo = async (id: string, before: string | null) => {
    message.destroy(messageKey);
    try {
      await rank(id, before);
      message.success(words.undone);
    } catch (error) {
      report(error);
    }
  };
  const move = async (from: number, to: number) => {
    const id = ids[from];
    if (id === undefined || from === to || to < 0 || to >= ids.length) return;
    const next = ids.toSpliced(from, 1).toSpliced(to, 0, id);
    setMoved(next);
    try {
      await client.cancelQueries({ queryKey: ['rules', 'list'] });
      const [before, old] = [await following(next, to), await following(ids, from)];
      const changed = await rank(id, before);
      const content = (
        <>
          {words.ranked(to + 1, changed)}
          <Button type="link" size="small" className={styles.undo} onClick={() => void undo(id, old)}>
            {words.undo}
          </Button>
        </>
      );
      message.open({ key: messageKey, type: 'success', content, duration: undoSeconds });
    } catch (error) {
      setMoved(null);
      report(error);
    }
  };
  return { rules: shown, move };
}

/** Rows that came since stay at the end, in their own order. */
function inOrder(rules: readonly Rule[], ids: readonly string[]): Rule[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return rules.toSorted((a, b) => (place.get(a.id) ?? ids.length) - (place.get(b.id) ?? ids.length));
}
