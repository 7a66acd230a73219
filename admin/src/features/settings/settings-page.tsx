import type { ComponentType } from 'react';
import { Navigate, NavLink, useParams } from 'react-router';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { Page } from '../../kit/shell/page';
import { AgreementsSection } from './agreements-section';
import { ApplicationsSection } from './applications-section';
import { ApprovalSection } from './approval-section';
import { AttributionSection } from './attribution-section';
import { AuditSection } from './audit-section';
import { BaseSection } from './base-section';
import { HoldSection } from './hold-section';
import { KeysSection } from './keys-section';
import { PayoutSection } from './payout-section';
import styles from './settings.module.css';
import { ShopSection } from './shop-section';
import { StaffSection } from './staff-section';
import { WebhooksSection } from './webhooks-section';
import { WechatSection } from './wechat-section';
import { settingsWords } from './words';

type Key = keyof (typeof settingsWords)['zh']['sections'];
type Group = keyof (typeof settingsWords)['zh']['groups'];

interface SectionEntry {
  readonly key: Key;
  readonly group: Group;
  /** Who may not do this does not see the section at all: its route would refuse. */
  readonly needs?: 'settings' | 'staff';
  readonly Section: ComponentType;
}

const sections: readonly SectionEntry[] = [
  { key: 'shop', group: 'shop', Section: ShopSection },
  { key: 'agreements', group: 'shop', Section: AgreementsSection },
  { key: 'hold', group: 'money', Section: HoldSection },
  { key: 'approval', group: 'money', Section: ApprovalSection },
  { key: 'attribution', group: 'money', Section: AttributionSection },
  { key: 'base', group: 'money', Section: BaseSection },
  { key: 'payout', group: 'money', Section: PayoutSection },
  { key: 'applications', group: 'people', Section: ApplicationsSection },
  { key: 'staff', group: 'people', needs: 'staff', Section: StaffSection },
  { key: 'audit', group: 'people', Section: AuditSection },
  { key: 'wechat', group: 'connections', needs: 'settings', Section: WechatSection },
  { key: 'webhooks', group: 'connections', needs: 'staff', Section: WebhooksSection },
  { key: 'keys', group: 'connections', needs: 'staff', Section: KeysSection },
];

/** Everything that a merchant sets, by subject, one column each. */
export function SettingsPage() {
  const words = useWords(settingsWords);
  const may = { settings: useCan('settings'), staff: useCan('staff') };
  const { section } = useParams();
  const shown = sections.filter(({ needs }) => needs === undefined || may[needs]);
  const entry = shown.find(({ key }) => key === section);
  if (!entry) return <Navigate to="/settings/shop" replace />;
  const groups = Object.keys(words.groups) as Group[];
  return (
    <Page title={words.title} isBounded>
      <div className={styles.columns}>
        <nav className={styles.nav} aria-label={words.nav}>
          {groups.map((group) => (
            <div key={group} className={styles.group}>
              <div className={styles.groupName}>{words.groups[group]}</div>
              {shown
                .filter((one) => one.group === group)
                .map(({ key }) => (
                  <NavLink
                    key={key}
                    to={`/settings/${key}`}
                    className={({ isActive }) => `${styles.link} ${isActive ? styles.here : ''}`}
                  >
                    {words.sections[key]}
                  </NavLink>
                ))}
            </div>
          ))}
        </nav>
        <div className={styles.body}>
          <h2 className={styles.heading}>{words.sections[entry.key]}</h2>
          <entry.Section />
        </div>
      </div>
    </Page>
  );
}
