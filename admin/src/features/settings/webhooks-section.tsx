import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, Popconfirm, Typography } from 'antd';
import { useState } from 'react';
import { useWords } from '../../kit/i18n/words';
import { MiniTable } from '../../kit/shell/mini-table';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { call } from '../../lib/call';
import styles from './settings.module.css';
import { ShownOnce } from './shown-once';
import { useDeed } from './use-deed';
import { settingsWords } from './words';

const listKey = ['identity', 'webhook-secrets'];

/** Where a shop sends its sales, and the secrets that sign them; two are valid while one is replaced. */
export function WebhooksSection() {
  const words = useWords(settingsWords);
  const merchant = useQuery({
    queryKey: ['identity', 'merchant'],
    queryFn: ({ signal }) => call(routes.identity.merchant, { signal }),
  });
  const query = useQuery({
    queryKey: listKey,
    queryFn: ({ signal }) => call(routes.identity.webhookSecrets, { signal }),
  });
  const [secret, setSecret] = useState<string | null>(null);
  const deed = useDeed(listKey);
  const rotate = () => deed(async () => setSecret((await call(routes.identity.rotateWebhookSecret)).secret));
  const revoke = (id: string) =>
    deed(() => call(routes.identity.revokeWebhookSecret, { params: { id } }), words.revoked);
  const rows = query.data?.data ?? [];
  return (
    <>
      <p className={styles.intro}>{words.webhookIntro}</p>
      <Typography.Paragraph copyable={merchant.data ? { text: merchant.data.webhookUrl } : false}>
        <code>{merchant.data?.webhookUrl}</code>
      </Typography.Paragraph>
      <div className={styles.head}>
        <h3 className={styles.subheading}>{words.webhookSecrets}</h3>
        <Popconfirm
          title={words.rotateTitle}
          description={words.rotateDetail}
          okText={words.rotateConfirm}
          cancelText={words.cancel}
          onConfirm={rotate}
        >
          <Button>{words.rotate}</Button>
        </Popconfirm>
      </div>
      {query.isPending ? <LinesSkeleton lines={2} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.webhookSecrets} onRetry={() => void query.refetch()} small />
      ) : null}
      {rows.length > 0 ? (
        <MiniTable
          label={words.webhookSecrets}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            { key: 'hint', title: words.webhookSecrets, render: (row) => <Strong>{words.hint(row.hint)}</Strong> },
            { key: 'created', title: words.created, width: 140, render: (row) => <TimeText at={row.createdAt} /> },
            {
              key: 'used',
              title: words.lastUsed,
              width: 140,
              render: (row) =>
                row.lastUsedAt ? <TimeText at={row.lastUsedAt} as="relative" /> : <Quiet>{words.neverUsed}</Quiet>,
            },
            {
              key: 'revoke',
              title: '',
              align: 'right',
              width: 90,
              render: (row) =>
                rows.length > 1 ? (
                  <Popconfirm
                    title={words.revokeTitle}
                    description={words.revokeSecretDetail}
                    okText={words.revoke}
                    cancelText={words.cancel}
                    onConfirm={() => revoke(row.id)}
                  >
                    <Button type="text" size="small" danger>
                      {words.revoke}
                    </Button>
                  </Popconfirm>
                ) : null,
            },
          ]}
        />
      ) : null}
      {secret ? <ShownOnce title={words.newSecretTitle} secret={secret} onDone={() => setSecret(null)} /> : null}
    </>
  );
}
