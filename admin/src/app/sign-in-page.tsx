import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { Form, Input } from 'antd';
import { useNavigate, useSearchParams } from 'react-router';
import { identityWords } from '../features/identity/words';
import { RecordForm } from '../kit/form/record-form';
import { chooseLanguage, useLanguage } from '../kit/i18n/language';
import { useWords } from '../kit/i18n/words';
import { Avatar } from '../kit/shell/avatar';
import { call } from '../lib/call';
import { sessionKey } from './session';
import styles from './sign-in-page.module.css';
import { appWords } from './words';

interface Credentials {
  email: string;
  password: string;
}

export function SignInPage() {
  const words = useWords(identityWords);
  const app = useWords(appWords);
  const language = useLanguage();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const client = useQueryClient();
  const signIn = async ({ email, password }: Credentials) => {
    await call(routes.identity.signIn, { body: { email: email.trim(), password } });
    await client.resetQueries({ queryKey: sessionKey });
    navigate(ownPath(params.get('next')), { replace: true });
  };
  return (
    <main className={styles.page} id="main">
      <div className={styles.column}>
        <Avatar name={app.product} size={40} shape="square" />
        <h1 className={styles.title}>{app.console}</h1>
        <p className={styles.hint}>{words.signInHint}</p>
        <RecordForm<Credentials> initial={{ email: '', password: '' }} onSubmit={signIn} submitLabel={words.signIn}>
          <Form.Item name="email" label={words.email} rules={[{ required: true, message: words.emailNeeded }]}>
            <Input autoFocus autoComplete="username" inputMode="email" size="large" />
          </Form.Item>
          <Form.Item name="password" label={words.password} rules={[{ required: true, message: words.passwordNeeded }]}>
            <Input.Password autoComplete="current-password" size="large" />
          </Form.Item>
        </RecordForm>
        <button
          type="button"
          className={styles.language}
          onClick={() => chooseLanguage(language === 'zh' ? 'en' : 'zh')}
        >
          {language === 'zh' ? 'English' : '中文'}
        </button>
      </div>
    </main>
  );
}

/** Where to go after signing in: only inside the console, whatever the link says. */
function ownPath(next: string | null): string {
  return next?.startsWith('/') && !next.startsWith('//') ? next : '/';
}
