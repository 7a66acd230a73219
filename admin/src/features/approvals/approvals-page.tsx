import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { countText } from '../../kit/list/list-page';
import { useListUrl } from '../../kit/list/list-url';
import { PageTabs } from '../../kit/shell/page-tabs';
import { narrowBelow, useMedia } from '../../kit/shell/use-media';
import { useWaiting } from '../../lib/use-waiting';
import { ApplicationsQueue } from './applications-queue';
import styles from './approvals.module.css';
import { CommissionsQueue } from './commissions-queue';
import { approvalsWords } from './words';

type Tab = 'commissions' | 'applications' | 'risk';

/** Where a clerk decides a thousand cases: commissions that matured, people who applied, what was flagged. */
export function ApprovalsPage() {
  const words = useWords(approvalsWords);
  const language = useLanguage();
  const url = useListUrl();
  const waiting = useWaiting().data;
  const tab = tabOf(url.get('tab'));
  const tabs = (
    <PageTabs
      active={tab}
      onChange={(key) =>
        url.set({
          ...Object.fromEntries([...url.params.keys()].map((name) => [name, null])),
          tab: key === 'commissions' ? null : key,
        })
      }
      tabs={[
        { key: 'commissions', label: words.commissions, count: waiting?.commissions.count },
        { key: 'applications', label: words.applications, count: waiting?.applications.count },
        { key: 'risk', label: words.risk, count: waiting?.commissions.flagged },
      ]}
    />
  );
  const actions = (
    <>
      {url.get('open') ? null : <KeyLegend hasSelection={tab !== 'applications'} />}
      <LinkButton to="/settings/approval">{words.rules}</LinkButton>
    </>
  );
  const frame = { title: words.title, tabs, actions };
  if (tab === 'applications') return <ApplicationsQueue frame={frame} />;
  const waitingCount = waiting ? countText(waiting.commissions.count, language) : '';
  return <CommissionsQueue key={tab} frame={frame} isRisk={tab === 'risk'} waitingCount={waitingCount} />;
}

const tabOf = (asked: string | null): Tab => (asked === 'applications' || asked === 'risk' ? asked : 'commissions');

/** The keys of the list, for who works without the mouse; on a narrow screen there is no room to name them. */
function KeyLegend({ hasSelection }: { hasSelection: boolean }) {
  const { keys } = useWords(approvalsWords);
  const isNarrow = useMedia(narrowBelow);
  if (isNarrow) return null;
  return (
    <span className={styles.keys}>
      <span>
        <kbd>J</kbd> <kbd>K</kbd> {keys.move}
      </span>
      <span>
        <kbd>A</kbd> {keys.approve}
      </span>
      <span>
        <kbd>R</kbd> {keys.reject}
      </span>
      {hasSelection ? (
        <span>
          <kbd>X</kbd> {keys.select}
        </span>
      ) : null}
    </span>
  );
}
