import { campaignStateWords } from '@fenrun/contracts/labels';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MoneyText } from '../../kit/money/money-text';
import { Facts, PanelSection } from '../../kit/panel/side-panel';
import { StatusTag } from '../../kit/panel/status-tag';
import { dayIn } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { windowDays, windowText } from '../../kit/time/window-days';
import { useZone } from '../../kit/time/zone-context';
import { FindingList } from '../plans/finding-list';
import { bonusText, type CampaignDetail, campaignTones } from './campaign-bonus';
import styles from './campaigns.module.css';
import { campaignsWords } from './words';

/** What a campaign brought, what it pays, and which rules ask for it. */
export function CampaignFacts({ campaign }: { campaign: CampaignDetail }) {
  const words = useWords(campaignsWords);
  const language = useLanguage();
  const { currency, timezone } = useZone();
  const year = dayIn(useNow(), timezone).slice(0, 4);
  const { brought, ruleIds } = campaign;
  const products =
    campaign.skus.length + campaign.categories.length === 0
      ? words.allProducts
      : words.scope(campaign.skus.length, campaign.categories.length);
  return (
    <PanelSection>
      <div className={styles.head}>
        <StatusTag tone={campaignTones[campaign.state]}>{campaignStateWords[campaign.state][language]}</StatusTag>
        <span>{windowText(windowDays(campaign, timezone), language, year, words.always)}</span>
      </div>
      <div className={styles.figures}>
        <Figure label={words.sales}>
          <MoneyText amount={brought.sales} size="fact" />
        </Figure>
        <Figure label={words.orders}>
          <span className={styles.count}>{words.ordersCount(brought.orders)}</span>
        </Figure>
        <Figure label={words.commission}>
          <MoneyText amount={brought.commission} size="fact" />
        </Figure>
        <Figure label={words.bonus}>
          <MoneyText amount={brought.bonus} size="fact" />
        </Figure>
      </div>
      <div className={styles.findings}>
        <FindingList findings={campaign.findings} ownId={campaign.id} />
      </div>
      <Facts
        items={[
          [words.products, products],
          [words.reward, bonusText(campaign.bonus, currency, words) ?? words.noReward],
          [words.rules, ruleIds.length === 0 ? words.noRules : <RuleLinks key="rules" campaign={campaign} />],
        ]}
      />
    </PanelSection>
  );
}

function Figure({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.figure}>
      {label}
      {children}
    </div>
  );
}

/** Rules are named by number where there are few; more are shown in their own list. */
const linkedRules = 5;

function RuleLinks({ campaign }: { campaign: CampaignDetail }) {
  const words = useWords(campaignsWords);
  const { ruleIds } = campaign;
  return (
    <>
      <div>{words.rulesWithIt(ruleIds.length)}</div>
      <div className={styles.ruleLinks}>
        {ruleIds.slice(0, linkedRules).map((id, index) => (
          <Link key={id} to={`/rules/layers?open=${encodeURIComponent(id)}`}>
            {words.rule(index + 1)}
          </Link>
        ))}
        {ruleIds.length > linkedRules ? (
          <Link to={`/rules/layers?campaign=${encodeURIComponent(campaign.id)}`}>{words.seeRules}</Link>
        ) : null}
      </div>
    </>
  );
}
