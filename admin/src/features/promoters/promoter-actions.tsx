import { EllipsisOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { Can, useCan } from '../../kit/can';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import { InviterDialog } from './inviter-dialog';
import { PayoutDialog } from './payout-dialog';
import { PlaceDialog } from './place-dialog';
import styles from './promoters.module.css';
import { standingWords } from './standing-words';
import type { PromoterDetail } from './types';
import { useStanding } from './use-standing';
import { promotersWords } from './words';

type Dialog = 'payout' | 'place' | 'inviter';
type MenuDeed = 'inviter' | 'suspend' | 'reinstate' | 'ban';

/** What can be done about a promoter now: the usual deeds as buttons, the rare and grave ones behind the dots. */
export function PromoterActions({ person }: { person: PromoterDetail }) {
  const words = useWords(promotersWords);
  const texts = useWords(standingWords);
  const mayManage = useCan('promoters');
  const standing = useStanding();
  const [dialog, open] = useState<Dialog | null>(null);
  const { status } = person;
  const isMember = status === 'active' || status === 'suspended';
  const items: { key: MenuDeed; label: string; danger?: boolean }[] = [
    ...(isMember ? [{ key: 'inviter' as const, label: texts.inviter }] : []),
    ...(status === 'active' ? [{ key: 'suspend' as const, label: words.suspend, danger: true }] : []),
    ...(status === 'suspended' ? [{ key: 'reinstate' as const, label: words.reinstate }] : []),
    ...(isMember ? [{ key: 'ban' as const, label: texts.ban, danger: true }] : []),
  ];
  const choose = (key: MenuDeed) => (key === 'inviter' ? open('inviter') : standing.ask(key, person));
  const close = () => open(null);
  return (
    <div className={styles.headActions}>
      {status === 'applicant' ? (
        <LinkButton type="primary" to={`/approvals?tab=applications&open=${encodeURIComponent(person.code)}`}>
          {words.approve}
        </LinkButton>
      ) : null}
      {status === 'active' ? (
        <Can do="payout">
          <Button onClick={() => open('payout')}>{words.requestPayout}</Button>
        </Can>
      ) : null}
      {mayManage && isMember ? <Button onClick={() => open('place')}>{texts.place}</Button> : null}
      {mayManage && items.length > 0 ? (
        <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => choose(key as MenuDeed) }}>
          <Button icon={<EllipsisOutlined />} aria-label={words.more} />
        </Dropdown>
      ) : null}
      {dialog === 'payout' ? <PayoutDialog person={person} onClose={close} /> : null}
      {dialog === 'place' ? <PlaceDialog person={person} onClose={close} /> : null}
      {dialog === 'inviter' ? <InviterDialog person={person} onClose={close} /> : null}
      {standing.dialog}
    </div>
  );
}
