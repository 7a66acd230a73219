import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { Fragment } from 'react';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { NumberToken } from '../../kit/sentence/token';
import tokenStyles from '../../kit/sentence/token.module.css';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import styles from './layers.module.css';
import { ruleBodyOf } from './rule-body';
import type { Rule, RuleToken } from './types';
import { rulesWords } from './words';

/** A rule as it reads. A token leads to its field of the form; a percentage is edited where it stands. */
export function RuleSentence({ rule, onToken }: { rule: Rule; onToken?: (token: RuleToken) => void }) {
  const words = useWords(rulesWords);
  const mayEdit = useCan('rules') && rule.state !== 'ended';
  const saveRate = useSaveRate(rule);
  return (
    <>
      {rule.parts.map((part, index) => {
        if (!('token' in part)) return <Fragment key={index}>{part.text}</Fragment>;
        if (!onToken) {
          return (
            <span key={index} className={tokenStyles.token}>
              {part.text}
            </span>
          );
        }
        return (
          <button
            key={index}
            type="button"
            className={`${tokenStyles.token} ${tokenStyles.editable}`}
            title={words.editToken(words.tokens[part.token])}
            onClick={() => onToken(part.token)}
          >
            {part.text}
          </button>
        );
      })}{' '}
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
    </>
  );
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
