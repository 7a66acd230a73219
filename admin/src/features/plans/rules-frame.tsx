import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../../kit/i18n/words';
import { Page } from '../../kit/shell/page';
import { PageTabs } from '../../kit/shell/page-tabs';
import { type RulesTab, rulesTabWords } from './rules-tab-words';

interface RulesFrameProps {
  tab: RulesTab;
  /** At the right of the title: the tab's first deed. */
  actions?: ReactNode;
  panel?: ReactNode;
  floating?: ReactNode;
  /** Figures and reading stop at 1440; lists use all there is. */
  isBounded?: boolean;
  children?: ReactNode;
}

/** The page of everything that decides what is paid: one title, its tabs, and the tab that is open. */
export function RulesFrame({ tab, actions, panel, floating, isBounded, children }: RulesFrameProps) {
  const words = useWords(rulesTabWords);
  return (
    <Page
      title={words.title}
      actions={actions}
      tabs={<RulesTabBar tab={tab} />}
      panel={panel}
      floating={floating}
      isBounded={isBounded}
    >
      {children}
    </Page>
  );
}

/** The tabs alone, for the lists that draw their own page. */
export function RulesTabBar({ tab }: { tab: RulesTab }) {
  const words = useWords(rulesTabWords);
  const navigate = useNavigate();
  const tabs = (Object.keys(words.tabs) as RulesTab[]).map((key) => ({ key, label: words.tabs[key] }));
  return <PageTabs tabs={tabs} active={tab} onChange={(key) => void navigate(`/rules/${key}`)} />;
}
