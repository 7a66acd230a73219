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
            <LinkedText text={finding.text} about={finding.about.filter(({ id }) => id !== ownId)} />
          </li>
        ))}
      </ul>
    </Notice>
  );
}

/** The names in a text become the way to what they name; what the text does not name stands behind it. */
function LinkedText({ text, about }: { text: string; about: readonly About[] }) {
  const [first, ...others] = about;
  if (!first) return text;
  const name = first.name || first.id;
  const link = <Link to={placeOf(first)}>{name}</Link>;
  const at = text.indexOf(name);
  if (at < 0) {
    return (
      <>
        <LinkedText text={text} about={others} /> {link}
      </>
    );
  }
  return (
    <>
      <LinkedText text={text.slice(0, at)} about={others.filter((one) => text.indexOf(one.name || one.id) < at)} />
      {link}
      <LinkedText
        text={text.slice(at + name.length)}
        about={others.filter((one) => text.indexOf(one.name || one.id) >= at || !text.includes(one.name || one.id))}
      />
    </>
  );
}
