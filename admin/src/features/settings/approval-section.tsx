import { ArrowUpOutlined } from '@ant-design/icons';
import { orderTypeWords } from '@fenrun/contracts/labels';
import { Button } from 'antd';
import { useState } from 'react';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { ChoiceToken } from '../../kit/sentence/token';
import { useZone } from '../../kit/time/zone-context';
import { ApprovalRuleDialog } from './approval-rule-dialog';
import styles from './settings.module.css';
import { SettingsFrame } from './settings-frame';
import { type Settings, useSettings } from './use-settings';
import { settingsWords } from './words';

export type ApprovalRule = Settings['approval']['rules'][number];
type Words = (typeof settingsWords)['zh'];

/** What happens when commission matures: the default, and exceptions in their order. */
export function ApprovalSection() {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const { currency } = useZone();
  const draft = useSettings();
  const [editing, edit] = useState<number | null>(null);
  const editable = <T,>(commit: (value: string) => T) => (draft.mayEdit ? commit : undefined);
  return (
    <SettingsFrame draft={draft}>
      {({ approval, risk }) => {
        const changeRules = (rules: ApprovalRule[]) => draft.change({ approval: { ...approval, rules } });
        const rules = approval.rules;
        return (
          <>
            <div className={styles.sentences}>
              <p>
                {words.approvalSentence(
                  <ChoiceToken
                    label={words.approvalHow}
                    value={approval.default}
                    options={[
                      { value: 'manual', label: words.approvalHows.manual },
                      { value: 'auto', label: words.approvalHows.auto },
                    ]}
                    onCommit={editable((how) =>
                      draft.change({ approval: { ...approval, default: how === 'auto' ? 'auto' : 'manual' } }),
                    )}
                  />,
                )}
              </p>
              <p>
                {words.riskSentence(
                  <ChoiceToken
                    label={words.risk}
                    value={risk}
                    options={[
                      { value: 'on', label: words.risks.on },
                      { value: 'off', label: words.risks.off },
                    ]}
                    onCommit={editable((on) => draft.change({ risk: on === 'off' ? 'off' : 'on' }))}
                  />,
                )}
              </p>
            </div>
            <h3 className={styles.subheading}>{words.approvalRules}</h3>
            <p className={styles.why}>{rules.length === 0 ? words.noRules : words.approvalRulesHint}</p>
            <ul className={styles.rules}>
              {rules.map((rule, index) => (
                <li key={JSON.stringify(rule)}>
                  <span>
                    {words.rule(conditionsText(rule, words, language, currency), words.outcomes[rule.outcome])}
                  </span>
                  {draft.mayEdit ? (
                    <>
                      <Button
                        type="text"
                        size="small"
                        icon={<ArrowUpOutlined />}
                        aria-label={words.moveUp}
                        disabled={index === 0}
                        onClick={() => changeRules(movedUp(rules, index))}
                      />
                      <Button type="text" size="small" onClick={() => edit(index)}>
                        {words.edit}
                      </Button>
                      <Button
                        type="text"
                        size="small"
                        danger
                        onClick={() => changeRules(rules.filter((_, place) => place !== index))}
                      >
                        {words.remove}
                      </Button>
                    </>
                  ) : null}
                </li>
              ))}
            </ul>
            {draft.mayEdit ? (
              <Button size="small" onClick={() => edit(rules.length)}>
                {words.addRule}
              </Button>
            ) : null}
            {editing === null ? null : (
              <ApprovalRuleDialog
                rule={rules[editing]}
                onSave={(rule) => changeRules([...rules.slice(0, editing), rule, ...rules.slice(editing + 1)])}
                onClose={() => edit(null)}
              />
            )}
          </>
        );
      }}
    </SettingsFrame>
  );
}

function movedUp(rules: readonly ApprovalRule[], index: number): ApprovalRule[] {
  const next = [...rules];
  const [rule] = next.splice(index, 1);
  if (rule) next.splice(index - 1, 0, rule);
  return next;
}

function conditionsText({ when }: ApprovalRule, words: Words, language: Language, currency: string): string {
  const money = (amount: string | null | undefined) => (amount ? moneyString(amount, currency) : '');
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const parts = [
    when.amount ? words.rangeText(words.conditions.amount, money(when.amount.from), money(when.amount.to)) : '',
    when.orderType ? `${words.conditions.orderType} ${orderTypeWords[when.orderType][language]}` : '',
    when.promoterAgeDays
      ? words.rangeText(words.conditions.age, number(when.promoterAgeDays.from), number(when.promoterAgeDays.to))
      : '',
    when.groups && when.groups.length > 0 ? `${words.conditions.groups} ${when.groups.join(', ')}` : '',
    when.riskScore
      ? words.rangeText(words.conditions.risk, number(when.riskScore.from), number(when.riskScore.to))
      : '',
  ];
  return parts.filter(Boolean).join(language === 'zh' ? '，' : ', ');
}
