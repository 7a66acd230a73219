import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { fileSize } from '../../kit/file-size';
import { useWords } from '../../kit/i18n/words';
import { Notice } from '../../kit/states/notice';
import { Quiet, Strong } from '../../kit/text';
import { useZone } from '../../kit/time/zone-context';
import styles from './imports.module.css';
import type { ImportJob, Mapping } from './use-import';
import { importsWords } from './words';

const notUsed = '\u0000not-used';
const constant = '\u0000constant';

interface MappingFormProps {
  job: ImportJob;
  isBusy: boolean;
  onCheck: (mapping: Mapping) => void;
}

/** Our fields beside the file's columns, begun with what the names of the columns suggest. */
export function MappingForm({ job, isBusy, onCheck }: MappingFormProps) {
  const words = useWords(importsWords);
  const { timezone } = useZone();
  const [mapping, setMapping] = useState<Mapping>(() => ({ timezone, ...(job.mapping ?? job.suggested) }));
  const missing = job.fields.filter(
    ({ field, required }) => required && !mapping.columns[field] && !mapping.constants?.[field],
  );
  return (
    <div className={styles.mapping}>
      <p className={styles.intro}>{words.file(job.fileName, fileSize(job.bytes))}</p>
      <table className={styles.fields}>
        <thead>
          <tr>
            <th scope="col">{words.field}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.sample}</th>
          </tr>
        </thead>
        <tbody>
          {job.fields.map((field) => (
            <FieldRow key={field.field} field={field} job={job} mapping={mapping} onChange={setMapping} />
          ))}
        </tbody>
      </table>
      {job.kind === 'orders' ? <OrderOptions job={job} mapping={mapping} onChange={setMapping} /> : null}
      {missing.length > 0 ? (
        <Notice tone="warn">{words.mappingMissing(missing.map(({ label }) => label).join(', '))}</Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="primary" disabled={missing.length > 0} loading={isBusy} onClick={() => onCheck(cleaned(mapping))}>
          {words.toDryRun}
        </Button>
        <Quiet>{words.dryRunHint}</Quiet>
      </div>
    </div>
  );
}

interface FieldRowProps {
  field: ImportJob['fields'][number];
  job: ImportJob;
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

function FieldRow({ field, job, mapping, onChange }: FieldRowProps) {
  const words = useWords(importsWords);
  const name = field.field;
  const column = mapping.columns[name];
  const fixed = mapping.constants?.[name];
  const value = column ?? (fixed === undefined ? notUsed : constant);
  const place = column === undefined ? -1 : job.columns.indexOf(column);
  const choose = (next: string) => {
    const { [name]: _column, ...columns } = mapping.columns;
    const { [name]: _constant, ...constants } = mapping.constants ?? {};
    if (next === constant) onChange({ ...mapping, columns, constants: { ...constants, [name]: '' } });
    else onChange({ ...mapping, columns: next === notUsed ? columns : { ...columns, [name]: next }, constants });
  };
  return (
    <tr>
      <td>
        <Strong>{field.label}</Strong> {field.required ? <Quiet>{words.required}</Quiet> : null}
        <div className={styles.hint}>{field.hint}</div>
      </td>
      <td>
        <Select
          aria-label={field.label}
          className={styles.column}
          showSearch={{ optionFilterProp: 'label' }}
          value={value}
          onChange={choose}
          options={[
            { value: notUsed, label: words.notUsed },
            ...job.columns.map((header) => ({ value: header, label: header })),
            { value: constant, label: words.constant },
          ]}
        />
      </td>
      <td className={styles.sample}>
        {fixed === undefined ? (
          (job.sample[0]?.[place] ?? '')
        ) : (
          <Input
            size="small"
            aria-label={words.constantValue}
            placeholder={words.constantValue}
            value={fixed}
            onChange={(event) =>
              onChange({ ...mapping, constants: { ...mapping.constants, [name]: event.target.value } })
            }
          />
        )}
      </td>
    </tr>
  );
}

function OrderOptions({ job, mapping, onChange }: Omit<FieldRowProps, 'field'>) {
  const words = useWords(importsWords);
  const cancellation = mapping.cancellation ?? null;
  return (
    <div className={styles.options}>
      <div className={styles.option}>
        <span>{words.dateFormat}</span>
        <Input
          aria-label={words.dateFormat}
          value={mapping.dateFormat ?? ''}
          placeholder="yyyy-MM-dd HH:mm:ss"
          onChange={(event) => onChange({ ...mapping, dateFormat: event.target.value })}
        />
        <span className={styles.hint}>{words.dateFormatHint}</span>
      </div>
      <div className={styles.option}>
        <span>{words.timezone}</span>
        <Select
          aria-label={words.timezone}
          showSearch={{ optionFilterProp: 'label' }}
          value={mapping.timezone}
          options={Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone }))}
          onChange={(timezone) => onChange({ ...mapping, timezone })}
        />
      </div>
      <div className={styles.option}>
        <span>{words.cancellation}</span>
        <div className={styles.pair}>
          <Select
            aria-label={words.cancellationField}
            allowClear
            value={cancellation?.field}
            options={job.fields.map(({ field, label }) => ({ value: field, label }))}
            onChange={(field) =>
              onChange({ ...mapping, cancellation: field ? { field, prefix: cancellation?.prefix ?? '' } : null })
            }
          />
          <Input
            aria-label={words.cancellationPrefix}
            disabled={cancellation === null}
            value={cancellation?.prefix ?? ''}
            onChange={(event) =>
              cancellation && onChange({ ...mapping, cancellation: { ...cancellation, prefix: event.target.value } })
            }
          />
        </div>
        <span className={styles.hint}>{words.cancellationHint}</span>
      </div>
    </div>
  );
}

/** Empty options are left out: absent and empty mean the same to the server only where it says so. */
function cleaned({ dateFormat, cancellation, ...rest }: Mapping): Mapping {
  return {
    ...rest,
    ...(dateFormat ? { dateFormat } : {}),
    ...(cancellation?.prefix ? { cancellation } : {}),
  };
}
