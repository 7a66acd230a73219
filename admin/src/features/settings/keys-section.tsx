import { roleWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { MiniTable } from '../../kit/shell/mini-table';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type BodyOf, call } from '../../lib/call';
import styles from './settings.module.css';
import { ShownOnce } from './shown-once';
import { useDeed } from './use-deed';
import { settingsWords } from './words';

const listKey = ['identity', 'api-keys'];
type KeyValues = BodyOf<'identity.addApiKey'>;

/** Keys for programs: named, with a role, shown once, revoked at once. */
export function KeysSection() {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const query = useQuery({ queryKey: listKey, queryFn: ({ signal }) => call(routes.identity.apiKeys, { signal }) });
  const [isAdding, setAdding] = useState(false);
  const [key, setKey] = useState<string | null>(null);
  const deed = useDeed(listKey);
  const add = async (body: KeyValues) => {
    const made = await call(routes.identity.addApiKey, { body });
    setAdding(false);
    setKey(made.key);
    void query.refetch();
  };
  const revoke = (id: string) => deed(() => call(routes.identity.revokeApiKey, { params: { id } }), words.revoked);
  const rows = query.data?.data ?? [];
  const roles = (['viewer', 'operator', 'finance'] as const).map((value) => ({
    value,
    label: `${roleWords[value][language]} — ${words.roleHelp[value]}`,
  }));
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>{words.keysIntro}</p>
        <Button onClick={() => setAdding(true)}>{words.addKey}</Button>
      </div>
      {query.isPending ? <LinesSkeleton lines={3} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.sections.keys} onRetry={() => void query.refetch()} small />
      ) : null}
      {query.data && rows.length === 0 ? <Quiet>{words.keyEmpty}</Quiet> : null}
      {rows.length > 0 ? (
        <MiniTable
          label={words.sections.keys}
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'name',
              title: words.name,
              render: (row) => (
                <>
                  <Strong>{row.name}</Strong> <Quiet>{words.hint(row.hint)}</Quiet>
                </>
              ),
            },
            { key: 'role', title: words.role, width: 110, render: (row) => roleWords[row.role][language] },
            {
              key: 'used',
              title: words.lastUsed,
              width: 140,
              render: (row) =>
                row.lastUsedAt ? <TimeText at={row.lastUsedAt} as="relative" /> : <Quiet>{words.neverUsed}</Quiet>,
            },
            {
              key: 'created',
              title: words.created,
              width: 130,
              isSecond: true,
              render: (row) => <TimeText at={row.createdAt} />,
            },
            {
              key: 'revoke',
              title: '',
              align: 'right',
              width: 90,
              render: (row) => (
                <Popconfirm
                  title={words.revokeTitle}
                  description={words.revokeKeyDetail}
                  okText={words.revoke}
                  cancelText={words.cancel}
                  onConfirm={() => revoke(row.id)}
                >
                  <Button type="text" size="small" danger>
                    {words.revoke}
                  </Button>
                </Popconfirm>
              ),
            },
          ]}
        />
      ) : null}
      <Modal
        open={isAdding}
        title={words.newKeyTitle}
        footer={null}
        width={460}
        onCancel={() => setAdding(false)}
        destroyOnHidden
      >
        <RecordForm<KeyValues> initial={{ role: 'viewer' }} onSubmit={add} onCancel={() => setAdding(false)}>
          <Form.Item name="name" label={words.keyName} rules={[{ required: true, message: words.required }]}>
            <Input maxLength={128} autoFocus />
          </Form.Item>
          <Form.Item name="role" label={words.role}>
            <Select options={roles} />
          </Form.Item>
        </RecordForm>
      </Modal>
      {key ? <ShownOnce title={words.newKeyTitle} secret={key} onDone={() => setKey(null)} /> : null}
    </>
  );
}
