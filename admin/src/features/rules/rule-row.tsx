import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useNavigate } from 'react-router';
import { useCan } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { Dragging } from '../../kit/list/ranked-rows';
import { fullTime, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { startBackTestUrl } from '../trials/back-test-draft';
import { LineRow, WindowText } from './line-row';
import { RuleSentence } from './rule-sentence';
import { windowMark } from './rule-window';
import type { Mark } from './trial-marks';
import type { Rule } from './types';
import { rulesWords } from './words';
import type { RuleDoors } from './written-layer';

interface RuleRowProps {
  rule: Rule;
  place: number;
  of: number;
  dragging?: Dragging;
  isOpen: boolean;
  mark: Mark | null;
  doors: RuleDoors;
  onMove: (to: number) => void;
  onEnd: () => void;
}

/** The priority that a rule has when none was given; it is not worth a word. */
const usualPriority = 100;

export function RuleRow(props: RuleRowProps) {
  const { rule, doors } = props;
  const words = useWords(rulesWords);
  const language = useLanguage();
  const now = useNow();
  const { timezone } = useZone();
  const isOver = rule.state === 'ended' || rule.state === 'over';
  const mark = windowMark(rule, now, timezone, language, words);
  const quiet = [rule.name, rule.priority === usualPriority ? '' : words.priority(rule.priority)].filter(Boolean);
  const title = [rule.from, rule.to].map((at) => (at ? fullTime(instantOf(at), timezone) : '…')).join(' – ');
  return (
    <LineRow
      id={rule.id}
      dragging={rule.state === 'ended' ? undefined : props.dragging}
      handleLabel={words.dragHandle(`${rule.sentence} ${rule.rateText}`)}
      state={
        <span title={rule.from || rule.to ? title : undefined}>
          <WindowText mark={mark} />
        </span>
      }
      second={<span title={quiet.join(' · ')}>{quiet.join(' · ')}</span>}
      end={<RowMenu {...props} />}
      mark={props.mark}
      isOpen={props.isOpen}
      isOver={isOver}
    >
      <RuleSentence rule={rule} onToken={(token) => doors.open(rule.id, token)} />
    </LineRow>
  );
}

function RowMenu({ rule, place, of, doors, onMove, onEnd }: RuleRowProps) {
  const words = useWords(rulesWords);
  const navigate = useNavigate();
  const mayEdit = useCan('rules');
  const isEnded = rule.state === 'ended';
  const moves: MenuProps['items'] =
    of > 1
      ? [
          { key: 'first', label: words.toFirst, disabled: place === 0, onClick: () => onMove(0) },
          { key: 'up', label: words.up, disabled: place === 0, onClick: () => onMove(place - 1) },
          { key: 'down', label: words.down, disabled: place === of - 1, onClick: () => onMove(place + 1) },
          { key: 'last', label: words.toLast, disabled: place === of - 1, onClick: () => onMove(of - 1) },
          { type: 'divider' },
        ]
      : [];
  const history = { key: 'history', label: words.history, onClick: () => doors.open(rule.id, 'history') };
  const without = () => navigate(startBackTestUrl([{ kind: 'rule', id: rule.id, rule: null }]));
  const items: MenuProps['items'] = mayEdit
    ? [
        { key: 'edit', label: words.edit, onClick: () => doors.open(rule.id) },
        { key: 'duplicate', label: words.duplicate, onClick: () => doors.add(rule.layer, rule.id) },
        history,
        ...(isEnded
          ? []
          : [
              { type: 'divider' as const },
              ...moves,
              { key: 'backTest', label: words.backTest, onClick: () => void without() },
              { key: 'end', label: words.end, danger: true, onClick: onEnd },
            ]),
      ]
    : [{ key: 'open', label: words.look, onClick: () => doors.open(rule.id) }, history];
  return (
    <Dropdown trigger={['click']} placement="bottomRight" menu={{ items }}>
      <Button
        type="text"
        size="small"
        icon={<EllipsisOutlined />}
        aria-label={`${words.menu}: ${rule.sentence} ${rule.rateText}`}
      />
    </Dropdown>
  );
}
