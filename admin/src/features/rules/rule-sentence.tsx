import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { NumberToken } from '../../kit/sentence/token';
import tokenStyles from '../../kit/sentence/token.module.css';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import styles from './layers.module.css';
import { ruleBodyOf } from './rule-body';
import type { Rule, RulePart, RuleToken } from './types';
import { rulesWords } from './words';

/** A rule as it reads. A token leads to its field of the form; a percentage is edited where it stands. */
export function RuleSentence({ rule, onToken }: { rule: Rule; onToken?: (token: RuleToken) => void }) {
  const words = useWords(rulesWords);
  const mayEdit = useCan('rules') && rule.state !== 'ended';
  const saveRate = useSaveRate(rule);
  const [parts, lastWord] = splitLastWord(rule.parts);
  return (
    <>
      {parts.map((part, index) => (
        <Part key={index} part={part} onToken={onToken} />
      ))}
      <span className={styles.tail}>
        {lastWord}{' '}
        <span className={styles.rate}>
          {'percent' in rule.rate ? (
            <NumberToken
              label={words.rateLabel}
              value={rule.rate.percent}
              text={rule.rateText}
              unit="%"
              max="100"
              onCommit={mayEdit && onToken ? saveRate : undefined}
            />
          ) : (
            rule.rateText
          )}
        </span>
      </span>
    </>
  );
}

function Part({ part, onToken }: { part: RulePart; onToken?: (token: RuleToken) => void }) {
  const words = useWords(rulesWords);
  if (!('token' in part)) return part.text;
  if (!onToken) return <span className={tokenStyles.token}>{part.text}</span>;
  return (
    <button
      type="button"
      className={`${tokenStyles.token} ${tokenStyles.editable}`}
      title={words.editToken(words.tokens[part.token])}
      onClick={() => onToken(part.token)}
    >
      {part.text}
    </button>
  );
}

/** The word before the rate stays on the rate's line: `付 12%`. */
function splitLastWord(parts: readonly RulePart[]): readonly [readonly RulePart[], string] {
  const last = parts.at(-1);
  if (!last || 'token' in last) return [parts, ''];
  const word = /[^\s，,]+\s*$/.exec(last.text)?.[0] ?? '';
  return [[...parts.slice(0, -1), { text: last.text.slice(0, last.text.length - word.length) }], word.trimEnd()];
}

function useSaveRate(rule: Rule) {
  const words = useWords(rulesWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  return async (percent: string) => {
    try {
      await call(routes.rules.save, {
        params: { id: rule.id },
        body: { ...ruleBodyOf(rule), version: rule.version, rate: { percent } },
      });
      message.success(words.rateSaved(`${percent}%`));
      void client.invalidateQueries({ queryKey: ['rules'] });
    } catch (error) {
      report(error);
    }
  };
}
