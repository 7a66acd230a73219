import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { sessionKey } from '../../app/session';
import { useCan } from '../../kit/can';
import { type KeptPicture, PictureField } from '../../kit/form/picture-field';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { Facts } from '../../kit/panel/side-panel';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { type AnswerOf, call } from '../../lib/call';
import { uploadPicture } from '../../lib/upload-picture';
import styles from './settings.module.css';
import { settingsWords } from './words';

interface ShopValues {
  name: string;
  contact: string;
  logo: readonly KeptPicture[];
}

/** The merchant's own particulars. */
export function ShopSection() {
  const words = useWords(settingsWords);
  const query = useQuery({
    queryKey: ['identity', 'merchant'],
    queryFn: ({ signal }) => call(routes.identity.merchant, { signal }),
  });
  if (query.isPending) return <LinesSkeleton lines={5} />;
  if (query.error)
    return <ProblemState error={query.error} what={words.sections.shop} onRetry={() => void query.refetch()} />;
  return <ShopForm key={query.dataUpdatedAt} merchant={query.data} />;
}

function ShopForm({ merchant }: { merchant: AnswerOf<'identity.merchant'> }) {
  const words = useWords(settingsWords);
  const mayEdit = useCan('settings');
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = async ({ name, contact, logo }: ShopValues) => {
    const saved = await call(routes.identity.saveMerchant, { body: { name, contact, logo: logo[0]?.url ?? null } });
    client.setQueryData(['identity', 'merchant'], saved);
    void client.invalidateQueries({ queryKey: sessionKey });
    message.success(words.saved);
  };
  const logo = merchant.logo ? [{ id: merchant.logo, url: merchant.logo }] : [];
  return (
    <>
      <RecordForm<ShopValues>
        initial={{ name: merchant.name, contact: merchant.contact, logo }}
        onSubmit={save}
        isReadOnly={!mayEdit}
      >
        <Form.Item name="name" label={words.shopName} rules={[{ required: true, message: words.required }]}>
          <Input maxLength={128} />
        </Form.Item>
        <Form.Item name="logo" label={words.logo}>
          <PictureField upload={uploadPicture} max={1} />
        </Form.Item>
        <Form.Item name="contact" label={words.contact} extra={words.contactHint}>
          <Input maxLength={200} />
        </Form.Item>
      </RecordForm>
      <div className={styles.fields}>
        <p className={styles.why}>{words.fixed}</p>
        <Facts
          items={[
            [words.slug, merchant.slug],
            [words.currency, merchant.currency],
            [words.timezone, merchant.timezone],
            [words.region, merchant.region],
          ]}
        />
      </div>
    </>
  );
}
