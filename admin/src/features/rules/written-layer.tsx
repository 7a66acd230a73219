import { layerWords } from '@fenrun/contracts/labels';
import { Button } from 'antd';
import { useState } from 'react';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { type Dragging, RankedRows } from '../../kit/list/ranked-rows';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { EndRuleDialog } from './end-rule-dialog';
import { LayerSection } from './layer-section';
import styles from './layers.module.css';
import { RuleRow } from './rule-row';
import type { Marks } from './trial-marks';
import type { Rule, RuleLayer, RuleToken } from './types';
import { useRank } from './use-rank';
import type { LayerRules } from './use-rules';
import { rulesWords } from './words';

/** Where the reader wants to go from a row. */
export interface RuleDoors {
  open(id: string, token?: RuleToken | 'history'): void;
  add(layer: RuleLayer, like?: string): void;
}

interface WrittenLayerProps {
  layer: RuleLayer;
  list: LayerRules;
  isFiltered: boolean;
  openId: string | null;
  marks: Marks | null;
  doors: RuleDoors;
}

/** A layer whose rules are written here: listed in the order in which they are tried, and ranked by dragging. */
export function WrittenLayer({ layer, list, isFiltered, openId, marks, doors }: WrittenLayerProps) {
  const words = useWords(rulesWords);
  const language = useLanguage();
  const mayEdit = useCan('rules');
  const [ending, setEnding] = useState<Rule | null>(null);
  const { rules, move } = useRank(list);
  const { query, counts } = list;
  const row = (rule: Rule, index: number, dragging?: Dragging) => (
    <RuleRow
      key={rule.id}
      rule={rule}
      place={index}
      of={rules.length}
      dragging={dragging}
      isOpen={rule.id === openId}
      mark={marks?.ofRule(rule) ?? null}
      doors={doors}
      onMove={(to) => void move(index, to)}
      onEnd={() => setEnding(rule)}
    />
  );
  return (
    <LayerSection
      layer={layer}
      count={counts?.byLayer[layer]}
      hasWon={marks?.wonLayer(layer) ?? false}
      onAdd={() => doors.add(layer)}
    >
      {query.isPending ? <LinesSkeleton lines={2} height={38} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data && rules.length === 0 ? (
        <div className={styles.empty}>
          {isFiltered ? words.noneFound : words.noRules[layer]}
          {mayEdit && !isFiltered ? (
            <Button size="small" onClick={() => doors.add(layer)}>
              {words.add}
            </Button>
          ) : null}
        </div>
      ) : null}
      <ul className={styles.rows} aria-label={layerWords[layer][language]}>
        {mayEdit && rules.length > 1 ? (
          <RankedRows items={rules} nameOf={ruleName} onMove={(from, to) => void move(from, to)}>
            {row}
          </RankedRows>
        ) : (
          rules.map((rule, index) => row(rule, index))
        )}
      </ul>
      {query.hasNextPage ? (
        <div className={styles.more}>
          <Button
            type="text"
            size="small"
            loading={query.isFetchingNextPage}
            onClick={() => void query.fetchNextPage()}
          >
            {words.more}
          </Button>
        </div>
      ) : null}
      {ending ? <EndRuleDialog rule={ending} onClose={() => setEnding(null)} /> : null}
    </LayerSection>
  );
}

const ruleName = ({ sentence, rateText }: Rule): string => `${sentence} ${rateText}`;
