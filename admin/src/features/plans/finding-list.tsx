import { Link } from 'react-router';
import { useWords } from '../../kit/i18n/words';
import { Notice } from '../../kit/states/notice';
import type { AnswerOf } from '../../lib/call';
import styles from './finding-list.module.css';
import { findingWords } from './finding-words';

export type Finding = AnswerOf<'rules.check'>['findings'][number];
type About = Finding['about'][number];

/** Where the thing that a finding names is looked at and changed. */
function placeOf({ kind, id }: About): string {
  const one = encodeURIComponent(id);
  const places: Record<About['kind'], string> = {
    rule: `/rules/layers?open=${one}`,
    programme: `/rules/programmes?open=${one}`,
    campaign: `/rules/campaigns?open=${one}`,
    group: '/rules/groups',
    ladder: '/rules/ladder',
    tier_bonus: '/rules/tier-bonuses',
    settings: '/settings/base',
    sku: `/products/${one}`,
    promoter: `/promoters/${one}`,
  };
  return places[kind];
}

interface FindingListProps {
  findings: readonly Finding[];
  /** The thing that is being edited: it needs no link to itself. */
  ownId?: string;
}

/** What a check of the rule book found: errors first, each with the way to what it names. */
export function FindingList({ findings, ownId }: FindingListProps) {
  const words = useWords(findingWords);
  const tone = findings.some(({ severity }) => severity === 'error') ? 'risk' : 'warn';
  const sorted = findings.toSorted((a, b) => Number(b.severity === 'error') - Number(a.severity === 'error'));
  if (findings.length === 0) return null;
  return (
    <Notice tone={tone}>
      <ul className={styles.list}>
        {sorted.map((finding) => (
          <li key={`${finding.code} ${finding.text}`}>
            <span className={styles.severity}>{words[finding.severity]}</span>
            {finding.text}
            {finding.about
              .filter(({ id }) => id !== ownId)
              .map((about) => (
                <Link key={`${about.kind}${about.id}`} className={styles.about} to={placeOf(about)}>
                  {about.name || about.id}
                </Link>
              ))}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
