import { agreementWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input } from 'antd';
import { useCan } from '../../kit/can';
import { RecordForm } from '../../kit/form/record-form';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import styles from './settings.module.css';
import { settingsWords } from './words';

type Kind = keyof typeof agreementWords;
type Agreement = AnswerOf<'promoters.agreements'>['data'][number];

const listKey = ['promoters', 'agreements'];

/** What promoters agree to; each publication is a new version, and the earlier ones are kept with who agreed to them. */
export function AgreementsSection() {
  const words = useWords(settingsWords);
  const query = useQuery({ queryKey: listKey, queryFn: ({ signal }) => call(routes.promoters.agreements, { signal }) });
  if (query.isPending) return <LinesSkeleton lines={6} />;
  if (query.error)
    return <ProblemState error={query.error} what={words.sections.agreements} onRetry={() => void query.refetch()} />;
  return (
    <>
      <p className={styles.intro}>{words.agreementHint}</p>
      {(Object.keys(agreementWords) as Kind[]).map((kind) => {
        const agreement = query.data.data.find((one) => one.kind === kind);
        return <AgreementForm key={`${kind}${agreement?.version ?? 0}`} kind={kind} agreement={agreement} />;
      })}
    </>
  );
}

function AgreementForm({ kind, agreement }: { kind: Kind; agreement: Agreement | undefined }) {
  const words = useWords(settingsWords);
  const language = useLanguage();
  const mayEdit = useCan('settings');
  const client = useQueryClient();
  const { message } = App.useApp();
  const need = [{ required: true, message: words.required }];
  const publish = async (body: { title: string; text: string }) => {
    await call(routes.promoters.saveAgreement, { params: { kind }, body });
    message.success(words.published);
    await client.invalidateQueries({ queryKey: listKey });
  };
  return (
    <section className={styles.agreement}>
      <h3>
        {agreementWords[kind][language]}{' '}
        <Quiet>
          {agreement ? (
            <>
              {words.agreementVersion(agreement.version)} <TimeText at={agreement.since} />
            </>
          ) : (
            words.noAgreement
          )}
        </Quiet>
      </h3>
      <RecordForm<{ title: string; text: string }>
        initial={agreement ?? { title: agreementWords[kind][language], text: '' }}
        onSubmit={publish}
        submitLabel={words.publish}
        isReadOnly={!mayEdit}
      >
        <Form.Item name="title" label={words.agreementTitle} rules={need}>
          <Input maxLength={128} />
        </Form.Item>
        <Form.Item name="text" label={words.agreementText} rules={need}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 20 }} maxLength={50_000} />
        </Form.Item>
      </RecordForm>
    </section>
  );
}
