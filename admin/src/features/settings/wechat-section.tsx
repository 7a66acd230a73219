import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Form, Input, Typography } from 'antd';
import { useState } from 'react';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { StatusText } from '../../kit/panel/status-tag';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { Quiet } from '../../kit/text';
import { type AnswerOf, call } from '../../lib/call';
import styles from './settings.module.css';
import { settingsWords } from './words';

type Wechat = AnswerOf<'wechat.settings'>;

interface WechatValues {
  appId: string | null;
  mchId: string | null;
  serialNumber: string | null;
  publicKeyId: string | null;
  appSecret?: string;
  privateKey?: string;
  apiV3Key?: string;
  publicKey?: string;
  pushToken?: string;
  pushAesKey?: string;
}

const secretFields = ['appSecret', 'privateKey', 'apiV3Key', 'publicKey', 'pushToken', 'pushAesKey'] as const;
const listKey = ['wechat', 'settings'];

/** The merchant's WeChat credentials: secrets go in and never come out, and a check says whether they work. */
export function WechatSection() {
  const words = useWords(settingsWords);
  const query = useQuery({ queryKey: listKey, queryFn: ({ signal }) => call(routes.wechat.settings, { signal }) });
  if (query.isPending) return <LinesSkeleton lines={8} />;
  if (query.error)
    return <ProblemState error={query.error} what={words.sections.wechat} onRetry={() => void query.refetch()} />;
  return (
    <>
      <Checks wechat={query.data} />
      <WechatForm key={query.dataUpdatedAt} wechat={query.data} />
    </>
  );
}

function Checks({ wechat }: { wechat: Wechat }) {
  const words = useWords(settingsWords);
  const client = useQueryClient();
  const report = useProblemMessage();
  const [isBusy, setBusy] = useState(false);
  const check = async () => {
    setBusy(true);
    try {
      client.setQueryData(listKey, await call(routes.wechat.check));
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.checks}>
      {wechat.checks.length === 0 ? <Quiet>{words.neverChecked}</Quiet> : null}
      {wechat.checks.map((one) => (
        <StatusText key={one.what} tone={one.ok ? 'ok' : 'risk'} next={one.text}>
          {words.checks[one.what]}
        </StatusText>
      ))}
      <div>
        <Button loading={isBusy} onClick={check}>
          {words.check}
        </Button>
      </div>
    </div>
  );
}

function WechatForm({ wechat }: { wechat: Wechat }) {
  const words = useWords(settingsWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = async (values: WechatValues) => {
    const secrets = Object.fromEntries(secretFields.flatMap((key) => (values[key] ? [[key, values[key]]] : [])));
    const { appId, mchId, serialNumber, publicKeyId } = values;
    const body = {
      appId: appId || null,
      mchId: mchId || null,
      serialNumber: serialNumber || null,
      publicKeyId: publicKeyId || null,
    };
    client.setQueryData(listKey, await call(routes.wechat.saveSettings, { body: { ...body, ...secrets } }));
    message.success(words.saved);
  };
  const kept = (has: boolean) => (has ? words.keptSecret : words.noSecret);
  const { has, notifyUrls } = wechat;
  const { appId, mchId, serialNumber, publicKeyId } = wechat;
  return (
    <RecordForm<WechatValues> initial={{ appId, mchId, serialNumber, publicKeyId }} onSubmit={save} hasNoMarks>
      <Form.Item name="appId" label={words.appId}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="appSecret" label={words.appSecret}>
        <Input.Password placeholder={kept(has.appSecret)} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="mchId" label={words.mchId}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="serialNumber" label={words.serialNumber}>
        <Input maxLength={128} autoComplete="off" />
      </Form.Item>
      <Form.Item name="privateKey" label={words.privateKey}>
        <Input.TextArea rows={3} placeholder={kept(has.privateKey)} />
      </Form.Item>
      <Form.Item name="apiV3Key" label={words.apiV3Key}>
        <Input.Password placeholder={kept(has.apiV3Key)} autoComplete="new-password" />
      </Form.Item>
      <Form.Item name="publicKeyId" label={words.publicKeyId}>
        <Input maxLength={128} autoComplete="off" />
      </Form.Item>
      <Form.Item name="publicKey" label={words.publicKey}>
        <Input.TextArea rows={3} placeholder={kept(has.publicKey)} />
      </Form.Item>
      <PushFields hasToken={wechat.hasPushToken ?? false} />
      <Form.Item label={words.notifyUrls}>
        <Address name={words.notifyPay} url={notifyUrls.pay} />
        <Address name={words.notifyRefund} url={notifyUrls.refund} />
        {notifyUrls.push ? <Address name={words.notifyPush} url={notifyUrls.push} /> : null}
      </Form.Item>
    </RecordForm>
  );
}

/** The message push of the mini-program's console: its token, and in safe mode the key that its messages are sealed with. */
function PushFields({ hasToken }: { hasToken: boolean }) {
  const words = useWords(settingsWords);
  return (
    <>
      <Form.Item
        name="pushToken"
        label={words.pushToken}
        extra={words.pushHint}
        rules={[{ pattern: /^[A-Za-z0-9]{3,32}$/, message: words.pushTokenForm }]}
      >
        <Input.Password
          placeholder={hasToken ? words.keptSecret : words.noSecret}
          maxLength={32}
          autoComplete="new-password"
        />
      </Form.Item>
      <Form.Item
        name="pushAesKey"
        label="EncodingAESKey"
        rules={[{ pattern: /^[A-Za-z0-9]{43}$/, message: words.pushAesKeyForm }]}
      >
        <Input.Password placeholder={words.pushAesKeyHint} maxLength={43} autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

function Address({ name, url }: { name: string; url: string }) {
  return (
    <div>
      <Typography.Text copyable={{ text: url }}>
        {name} <code>{url}</code>
      </Typography.Text>
    </div>
  );
}
