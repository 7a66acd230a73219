import { Button } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { Marked } from '../../kit/text';
import { FindingList } from '../plans/finding-list';
import styles from './layers.module.css';
import type { Finding } from './types';
import { rulesWords } from './words';

const shownAtFirst = 8;

/** What the whole rule book should be looked at for, in one line that opens. */
export function BookFindings({ findings }: { findings: readonly Finding[] }) {
  const words = useWords(rulesWords);
  const [isOpen, setOpen] = useState(false);
  const [isAll, setAll] = useState(false);
  if (findings.length === 0) return null;
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const shown = isAll ? findings : findings.slice(0, shownAtFirst);
  return (
    <div className={styles.findings}>
      <div className={styles.findingsHead}>
        <Marked tone={errors > 0 ? 'risk' : 'warn'}>
          {words.findingsTitle}: {words.findings(errors, findings.length - errors)}
        </Marked>
        <Button type="link" size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {isOpen ? words.hideFindings : words.seeFindings}
        </Button>
      </div>
      {isOpen ? (
        <>
          <FindingList findings={shown} />
          {findings.length > shown.length ? (
            <Button type="link" size="small" onClick={() => setAll(true)}>
              {words.moreFindings(findings.length - shown.length)}
            </Button>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
