import { CheckOutlined } from '@ant-design/icons';
import { roleWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { ChangePassword } from '../features/identity/change-password';
import { chooseLanguage, useLanguage } from '../kit/i18n/language';
import { useWords } from '../kit/i18n/words';
import { Avatar } from '../kit/shell/avatar';
import { useProblemMessage } from '../kit/states/use-problem-message';
import { chooseMode, type ModeChoice, useModeChoice } from '../kit/theme/mode';
import { call } from '../lib/call';
import { sessionKey, useSession } from './session';
import styles from './shell.module.css';
import { appWords } from './words';

/** Who is signed in, and what is theirs alone: language, appearance, password, the way out. */
export function PersonMenu() {
  const words = useWords(appWords);
  const language = useLanguage();
  const mode = useModeChoice();
  const { person, merchant } = useSession();
  const [isChanging, setChanging] = useState(false);
  const signOut = useSignOut();
  const items: MenuProps['items'] = [
    { key: 'who', type: 'group', label: person.email },
    {
      key: 'language',
      label: words.language,
      children: [
        { key: 'language:zh', label: '中文', icon: tick(language === 'zh') },
        { key: 'language:en', label: 'English', icon: tick(language === 'en') },
      ],
    },
    {
      key: 'mode',
      label: words.appearance,
      children: [
        { key: 'mode:system', label: words.system, icon: tick(mode === 'system') },
        { key: 'mode:light', label: words.light, icon: tick(mode === 'light') },
        { key: 'mode:dark', label: words.dark, icon: tick(mode === 'dark') },
      ],
    },
    { type: 'divider' },
    { key: 'password', label: words.changePassword },
    { key: 'sign-out', label: words.signOut },
  ];
  const choose = (key: string) => {
    const [what, value = ''] = key.split(':');
    if (what === 'language') chooseLanguage(value === 'en' ? 'en' : 'zh');
    if (what === 'mode') chooseMode(value as ModeChoice);
    if (key === 'password') setChanging(true);
    if (key === 'sign-out') void signOut();
  };
  return (
    <>
      <Dropdown trigger={['click']} placement="topLeft" menu={{ items, onClick: ({ key }) => choose(key) }}>
        <button type="button" className={styles.person} aria-label={person.name}>
          <Avatar name={person.name} size={26} />
          <span className={styles.personName}>{person.name}</span>
          <span className={styles.personRole}>{roleWords[merchant.role][language]}</span>
        </button>
      </Dropdown>
      <ChangePassword isOpen={isChanging} onClose={() => setChanging(false)} />
    </>
  );
}

const tick = (isChosen: boolean) => <CheckOutlined style={{ visibility: isChosen ? 'visible' : 'hidden' }} />;

function useSignOut() {
  const client = useQueryClient();
  const report = useProblemMessage();
  return async () => {
    try {
      await call(routes.identity.signOut);
      // First the guard learns of it and takes the pages down; then nothing of them stays in memory.
      await client.resetQueries({ queryKey: sessionKey });
      client.clear();
    } catch (error) {
      report(error);
    }
  };
}
