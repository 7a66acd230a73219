import { PlusOutlined } from '@ant-design/icons';
import { ruleStateWords } from '@fenrun/contracts/labels';
import { Button, Segmented } from 'antd';
import { useMemo } from 'react';
import { Can } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { FilterBar } from '../../kit/list/filter-bar';
import { clearedFilters, type Filter, isFilterSet } from '../../kit/list/filters';
import { CopyLinkButton } from '../../kit/list/list-tools';
import { type ListUrl, useListUrl } from '../../kit/list/list-url';
import { useListKeys } from '../../kit/list/use-list-keys';
import { useWidth } from '../../kit/list/use-width';
import { wordOptions } from '../../kit/list/word-options';
import { narrowBelow, useMedia } from '../../kit/shell/use-media';
import { EmptyState } from '../../kit/states/empty-state';
import { ProblemState } from '../../kit/states/problem-state';
import { findCampaigns, findGroups, findPromoters } from '../../lib/find-options';
import { RulesFrame } from '../plans/rules-frame';
import { BookFindings } from './book-findings';
import styles from './layers.module.css';
import { DefaultLayer, TierBonusLayer } from './other-layers';
import { RulePanel } from './rule-panel';
import { marksOf } from './trial-marks';
import { TrialPanel } from './trial-panel';
import { TrialTrace } from './trial-trace';
import { type RuleLayer, WRITTEN_LAYERS } from './types';
import { type LayerRules, ruleFilterOf, useLayerRules } from './use-rules';
import { type TrialState, useTrial } from './use-trial';
import { rulesWords } from './words';
import { type RuleDoors, WrittenLayer } from './written-layer';

/** What is paid, as sentences: the five layers in the order in which they are tried, and an order to try them with. */
export function LayersPage() {
  const words = useWords(rulesWords);
  const url = useListUrl();
  const isNarrow = useMedia(narrowBelow);
  const filter = ruleFilterOf(url);
  const lists = {
    sales_match: useLayerRules('sales_match', filter),
    individual: useLayerRules('individual', filter),
    group: useLayerRules('group', filter),
  };
  const place = usePlace(url, isNarrow);
  const trial = useTrial(place.isTrying || place.isPanel);
  const marks =
    trial.isMarking && trial.answer && place.isTrying
      ? marksOf(trial.answer, trial.order, trial.promoterName, words)
      : null;
  const filters = useFilters();
  const [widthRef, width] = useWidth();
  const isFiltered = url.get('q') !== null || filters.some((one) => isFilterSet(one, url));
  const { counts, findings } = lists.sales_match;
  const shared = useSharedState(Object.values(lists), isFiltered, () =>
    url.set({ ...clearedFilters(filters), q: null }),
  );
  useListKeys({ move: () => undefined, close: place.isPanel || isNarrow ? place.close : undefined });
  const actions = (
    <>
      {place.isTrying ? null : (
        <Button onClick={() => url.set({ try: '1', open: null, add: null, like: null, field: null, trace: null })}>
          {words.tryOrder}
        </Button>
      )}
      <Can do="rules">
        <Button type="primary" icon={<PlusOutlined />} onClick={() => place.doors.add('sales_match')}>
          {words.add}
        </Button>
      </Can>
    </>
  );
  const show = (
    <Segmented<string>
      size="small"
      aria-label={words.showLabel}
      value={filter.show}
      onChange={(value) => url.set({ show: value === 'all' ? 'all' : null })}
      options={[
        { value: 'present', label: words.present(counts ? grouped(counts.present) : '') },
        { value: 'all', label: words.all(counts ? grouped(counts.all) : '') },
      ]}
    />
  );
  return (
    <RulesFrame tab="layers" actions={actions} panel={<Panels place={place} url={url} trial={trial} />}>
      <div ref={widthRef}>
        <div className={styles.above}>
          <p className={styles.intro}>{words.intro}</p>
        </div>
        <FilterBar
          filters={filters}
          url={url}
          searchPlaceholder={words.search}
          width={width}
          end={
            <>
              {show}
              <CopyLinkButton />
            </>
          }
        />
        <BookFindings findings={findings} />
        {shared ?? (
          <div className={`${styles.layers} ${isNarrow && place.isTrying ? styles.besideDrawer : ''}`}>
            {WRITTEN_LAYERS.map((layer) => (
              <WrittenLayer
                key={layer}
                layer={layer}
                list={lists[layer]}
                isFiltered={isFiltered}
                openId={place.openId}
                marks={marks}
                doors={place.doors}
              />
            ))}
            {isFiltered ? null : (
              <>
                <TierBonusLayer marks={marks} />
                <DefaultLayer marks={marks} />
              </>
            )}
          </div>
        )}
      </div>
    </RulesFrame>
  );
}

/** What all layers would say alike is said once: that nothing came, or that nothing is found. */
function useSharedState(lists: readonly LayerRules[], isFiltered: boolean, onClear: () => void) {
  const words = useWords(rulesWords);
  const [first] = lists;
  if (first?.query.error && lists.every(({ query }) => query.error)) {
    const retry = () => {
      for (const { query } of lists) void query.refetch();
    };
    return <ProblemState error={first.query.error} what={words.what} onRetry={retry} />;
  }
  if (!isFiltered || lists.some(({ query, rules }) => !query.data || rules.length > 0)) return null;
  return (
    <EmptyState title={words.nothingTitle} actions={<Button onClick={onClear}>{words.clear}</Button>}>
      {words.nothingText}
    </EmptyState>
  );
}

interface Place {
  readonly openId: string | null;
  readonly add: RuleLayer | null;
  readonly like: string | null;
  readonly isPanel: boolean;
  /** The order that is tried stands beside the rules; on a narrow window only when it was asked for. */
  readonly isTrying: boolean;
  readonly doors: RuleDoors;
  close(): void;
}

/** Which panel is open is in the URL, so that a copied link and the way back show the same. */
function usePlace(url: ListUrl, isNarrow: boolean): Place {
  const openId = url.get('open');
  const add = url.get('add') as RuleLayer | null;
  const isPanel = openId !== null || add !== null;
  return useMemo(
    () => ({
      openId,
      add,
      like: url.get('like'),
      isPanel,
      isTrying: !isPanel && (!isNarrow || url.get('try') === '1'),
      doors: {
        open: (id, token) => url.set({ open: id, field: token ?? null, add: null, like: null, trace: null }, 'push'),
        add: (layer, like) => url.set({ add: layer, like: like ?? null, open: null, field: null, trace: null }, 'push'),
      },
      close: () => url.set({ open: null, add: null, like: null, field: null, try: null, trace: null }),
    }),
    [url, openId, add, isPanel, isNarrow],
  );
}

interface PanelsProps {
  place: Place;
  url: ListUrl;
  trial: TrialState;
}

function Panels({ place, url, trial }: PanelsProps) {
  if (place.openId !== null) {
    return (
      <RulePanel
        key={place.openId}
        id={place.openId}
        field={url.get('field')}
        trial={trial}
        onClose={place.close}
        onDuplicate={place.doors.add}
      />
    );
  }
  if (place.add !== null) {
    return (
      <RulePanel
        key={`${place.add} ${place.like}`}
        id={null}
        layer={place.add}
        like={place.like}
        field={null}
        trial={trial}
        onClose={place.close}
        onDuplicate={place.doors.add}
      />
    );
  }
  if (!place.isTrying) return null;
  if (url.get('trace') === '1' && trial.answer) {
    return <TrialTrace trial={trial.answer} onClose={() => url.set({ trace: null })} />;
  }
  return (
    <TrialPanel
      trial={trial}
      onTrace={() => url.set({ trace: '1' }, 'push')}
      onClose={url.get('try') === '1' ? place.close : undefined}
    />
  );
}

function useFilters(): readonly Filter[] {
  const words = useWords(rulesWords);
  const language = useLanguage();
  return useMemo(
    () => [
      {
        kind: 'choice',
        key: 'state',
        label: words.state,
        options: wordOptions(ruleStateWords, language),
        multiple: true,
        first: true,
      },
      { kind: 'find', key: 'promoter', label: words.promoter, find: findPromoters },
      { kind: 'find', key: 'group', label: words.group, find: findGroups },
      { kind: 'find', key: 'campaign', label: words.campaign, find: findCampaigns },
    ],
    [words, language],
  );
}
