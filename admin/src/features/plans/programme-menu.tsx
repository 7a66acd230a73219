import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import styles from './plans.module.css';
import type { Programme } from './rate';
import { type ProgrammeDeed, useProgrammeDeeds } from './use-programme-deeds';
import { plansWords } from './words';

/** What else can be done with a programme. Each deed first says whom it moves and what stays. */
export function ProgrammeMenu({ programme }: { programme: Programme }) {
  const words = useWords(plansWords);
  const mayEdit = useCan('rules');
  const [asked, ask] = useState<ProgrammeDeed | null>(null);
  const { run, isBusy } = useProgrammeDeeds(programme);
  if (!mayEdit) return null;
  const deeds: readonly (readonly [ProgrammeDeed, boolean])[] = [
    ['makeDefault', programme.active && !programme.isDefault],
    ['deactivate', programme.active && !programme.isDefault],
    ['activate', !programme.active],
    ['remove', !programme.isDefault],
  ];
  const possible = deeds.filter(([, isPossible]) => isPossible).map(([deed]) => deed);
  if (possible.length === 0) return <span className={styles.noMenu} title={words.deedsOfDefault} />;
  const isRefused = asked === 'remove' && programme.promoters > 0;
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="bottomRight"
        menu={{
          items: possible.map((deed) => ({ key: deed, label: words.deeds[deed], danger: deed === 'remove' })),
          onClick: ({ key }) => ask(key as ProgrammeDeed),
        }}
      >
        <Button type="text" size="small" icon={<EllipsisOutlined />} aria-label={words.moreOf(programme.name)} />
      </Dropdown>
      <Modal
        open={asked !== null}
        width={440}
        destroyOnHidden
        title={asked ? words.deedTitles[asked](programme.name) : ''}
        okText={asked ? words.deedConfirm[asked] : ''}
        cancelText={words.cancel}
        okButtonProps={{
          danger: asked === 'remove' || asked === 'deactivate',
          loading: isBusy,
          style: isRefused ? { display: 'none' } : undefined,
        }}
        onCancel={() => ask(null)}
        onOk={async () => {
          if (asked && (await run(asked))) ask(null);
        }}
      >
        {asked
          ? words.deedTexts[asked](programme.promoters).map((text) => (
              <p key={text} className={styles.deedText}>
                {text}
              </p>
            ))
          : null}
        {isRefused ? (
          <Link to={`/promoters?programme=${encodeURIComponent(programme.id)}`}>{words.seeMembers}</Link>
        ) : null}
      </Modal>
    </>
  );
}
