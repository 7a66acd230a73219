import { roleWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Modal, Popconfirm, Select } from 'antd';
import { useState } from 'react';
import { type Role, useSession } from '../../app/session';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { type MiniColumn, MiniTable } from '../../kit/shell/mini-table';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet, Strong } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, type BodyOf, call } from '../../lib/call';
import styles from './settings.module.css';
import { ShownOnce } from './shown-once';
import { useDeed } from './use-deed';
import { settingsWords } from './words';

const listKey = ['identity', 'staff'];
type Person = AnswerOf<'identity.staff'>['data'][number];
type Invitation = BodyOf<'identity.addStaff'>;

/** The people of the merchant and what each may do. */
export function StaffSection() {
  const words = useWords(settingsWords);
  const query = useQuery({ queryKey: listKey, queryFn: ({ signal }) => call(routes.identity.staff, { signal }) });
  const [isInviting, setInviting] = useState(false);
  const [first, setFirst] = useState<{ email: string; password: string } | null>(null);
  const { message } = App.useApp();
  const columns = useColumns();
  const invite = async (body: Invitation) => {
    const added = await call(routes.identity.addStaff, { body });
    setInviting(false);
    if (added.password) setFirst({ email: added.email, password: added.password });
    else message.success(words.invited);
    void query.refetch();
  };
  const rows = query.data?.data ?? [];
  return (
    <>
      <div className={styles.head}>
        <p className={styles.intro}>{words.staffIntro}</p>
        <Button onClick={() => setInviting(true)}>{words.addStaff}</Button>
      </div>
      {query.isPending ? <LinesSkeleton lines={3} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.sections.staff} onRetry={() => void query.refetch()} small />
      ) : null}
      {rows.length > 0 ? (
        <MiniTable label={words.sections.staff} rows={rows} rowKey={(row) => row.id} columns={columns} />
      ) : null}
      <Modal
        open={isInviting}
        title={words.addStaff}
        footer={null}
        width={460}
        onCancel={() => setInviting(false)}
        destroyOnHidden
      >
        <InviteForm onInvite={invite} onCancel={() => setInviting(false)} />
      </Modal>
      {first ? (
        <ShownOnce
          title={words.firstPassword}
          secret={first.password}
          detail={words.firstPasswordDetail(first.email)}
          onDone={() => setFirst(null)}
        />
      ) : null}
    </>
  );
}

function useRoleOptions() {
  const words = useWords(settingsWords);
  const language = useLanguage();
  return (Object.keys(roleWords) as Role[]).map((value) => ({
    value,
    label: roleWords[value][language],
    title: words.roleHelp[value],
  }));
}

function InviteForm({ onInvite, onCancel }: { onInvite: (body: Invitation) => Promise<void>; onCancel: () => void }) {
  const words = useWords(settingsWords);
  const roles = useRoleOptions();
  const need = [{ required: true, message: words.required }];
  return (
    <RecordForm<Invitation> initial={{ role: 'operator' }} onSubmit={onInvite} onCancel={onCancel}>
      <Form.Item name="name" label={words.staffName} rules={need}>
        <Input maxLength={128} autoFocus />
      </Form.Item>
      <Form.Item name="email" label={words.email} rules={need}>
        <Input maxLength={254} inputMode="email" />
      </Form.Item>
      <Form.Item name="role" label={words.role}>
        <Select options={roles.map(({ value, label, title }) => ({ value, label: `${label} — ${title}` }))} />
      </Form.Item>
    </RecordForm>
  );
}

function useColumns(): readonly MiniColumn<Person>[] {
  const words = useWords(settingsWords);
  const { person } = useSession();
  const roles = useRoleOptions();
  const deed = useDeed(listKey);
  const change = (id: string, role: Role) =>
    deed(() => call(routes.identity.changeStaff, { params: { id }, body: { role } }), words.roleChanged);
  const remove = (id: string) => deed(() => call(routes.identity.removeStaff, { params: { id } }), words.removedStaff);
  return [
    {
      key: 'name',
      title: words.staffName,
      render: (row) => (
        <>
          <Strong>{row.name}</Strong> <Quiet>{row.id === person.id ? words.you : ''}</Quiet>
        </>
      ),
    },
    { key: 'email', title: words.email, width: '28%', render: (row) => row.email },
    {
      key: 'role',
      title: words.role,
      width: 130,
      render: (row) => (
        <Select<Role>
          size="small"
          aria-label={`${words.role} ${row.name}`}
          value={row.role}
          options={roles}
          style={{ width: 112 }}
          onChange={(role) => void change(row.id, role)}
        />
      ),
    },
    {
      key: 'seen',
      title: words.lastSeen,
      width: 130,
      isSecond: true,
      render: (row) =>
        row.lastSeenAt ? <TimeText at={row.lastSeenAt} as="relative" /> : <Quiet>{words.neverSeen}</Quiet>,
    },
    {
      key: 'remove',
      title: '',
      align: 'right',
      width: 80,
      render: (row) =>
        row.id === person.id ? null : (
          <Popconfirm
            title={words.removeStaffTitle(row.name)}
            description={words.removeStaffDetail}
            okText={words.removeStaff}
            cancelText={words.cancel}
            onConfirm={() => remove(row.id)}
          >
            <Button type="text" size="small" danger>
              {words.removeStaff}
            </Button>
          </Popconfirm>
        ),
    },
  ];
}
