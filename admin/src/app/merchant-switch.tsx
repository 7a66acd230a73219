import { DownOutlined } from '@ant-design/icons';
import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import { useWords } from '../kit/i18n/words';
import { Avatar } from '../kit/shell/avatar';
import { useProblemMessage } from '../kit/states/use-problem-message';
import { call } from '../lib/call';
import { sessionKey, useSession } from './session';
import styles from './shell.module.css';
import { appWords } from './words';

/** The merchant one works for; a person of several switches here. Nothing of the one before stays in memory. */
export function MerchantSwitch() {
  const words = useWords(appWords);
  const session = useSession();
  const client = useQueryClient();
  const navigate = useNavigate();
  const report = useProblemMessage();
  const { merchant, merchants } = session;
  const switchTo = async (slug: string) => {
    if (slug === merchant.slug) return;
    try {
      const next = await call(routes.identity.switchMerchant, { body: { merchant: slug } });
      navigate('/');
      client.setQueryData(sessionKey, next);
      await client.resetQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] });
    } catch (error) {
      report(error);
    }
  };
  const isAlone = merchants.length < 2;
  const face = (
    <button
      type="button"
      className={styles.merchant}
      disabled={isAlone}
      aria-label={isAlone ? merchant.name : words.switchMerchant}
    >
      <Avatar name={merchant.name} src={merchant.logo} size={26} shape="square" />
      <span className={styles.merchantText}>
        <span className={styles.merchantName}>{merchant.name}</span>
        <span className={styles.merchantHint}>{words.console}</span>
      </span>
      {isAlone ? null : <DownOutlined className={styles.caret} />}
    </button>
  );
  if (isAlone) return face;
  const items = merchants.map(({ slug, name }) => ({ key: slug, label: name }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: [merchant.slug], onClick: ({ key }) => void switchTo(key) }}
    >
      {face}
    </Dropdown>
  );
}
