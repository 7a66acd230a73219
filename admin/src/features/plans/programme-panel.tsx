import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useState } from 'react';
import { useCan } from '../../kit/can';
import { useLeaveGuard } from '../../kit/form/use-leave-guard';
import { useWords } from '../../kit/i18n/words';
import { PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { useZone } from '../../kit/time/zone-context';
import { type AnswerOf, call } from '../../lib/call';
import styles from './plans.module.css';
import { ProgrammeForm, type ProgrammeValues } from './programme-form';
import { rateText } from './rate';
import { plansWords } from './words';

type Detail = AnswerOf<'plans.programme'>;

const panelKeys = ['open', 'add'];

/** One programme: its rates and specials, and the versions that decided earlier sales. Without an id it adds one. */
export function ProgrammePanel({ id, onClose }: { id: string | null; onClose: () => void }) {
  const words = useWords(plansWords);
  const query = useQuery({
    queryKey: ['plans', 'programme', id],
    queryFn: ({ signal }) => call(routes.plans.programme, { params: { id: id ?? '' }, signal }),
    enabled: id !== null,
  });
  const detail = id === null ? undefined : query.data;
  const [isChanged, setChanged] = useState(false);
  useLeaveGuard(isChanged, panelKeys);
  const saved = () => {
    setChanged(false);
    // The guard must have seen that nothing is left unsaved before the panel goes.
    window.setTimeout(onClose, 0);
  };
  return (
    <SidePanel title={id === null ? words.addTitle : words.editTitle(detail?.name ?? '')} onClose={onClose}>
      {id !== null && query.isPending ? <LinesSkeleton lines={6} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {id === null || detail ? (
        <Editor
          key={detail?.version ?? 'new'}
          detail={detail}
          onChanged={setChanged}
          onSaved={saved}
          onClose={onClose}
        />
      ) : null}
      {detail ? <Versions detail={detail} /> : null}
    </SidePanel>
  );
}

interface EditorProps {
  detail: Detail | undefined;
  onChanged: (isChanged: boolean) => void;
  onSaved: () => void;
  onClose: () => void;
}

function Editor({ detail, onChanged, onSaved, onClose }: EditorProps) {
  const words = useWords(plansWords);
  const mayEdit = useCan('rules');
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = async ({ id, note, ...fields }: ProgrammeValues) => {
    if (detail) {
      await call(routes.plans.saveProgramme, {
        params: { id: detail.id },
        body: { ...fields, version: detail.version, note: note || undefined },
      });
      message.success(words.saved(fields.name));
    } else {
      await call(routes.plans.addProgramme, { body: { ...fields, id: id?.trim() || undefined } });
      message.success(words.added(fields.name));
    }
    void client.invalidateQueries({ queryKey: ['plans'] });
    void client.invalidateQueries({ queryKey: ['rules'] });
    onSaved();
  };
  return (
    <ProgrammeForm programme={detail} onSave={save} onCancel={onClose} isReadOnly={!mayEdit} onChanged={onChanged} />
  );
}

function Versions({ detail }: { detail: Detail }) {
  const words = useWords(plansWords);
  const { currency } = useZone();
  if (detail.versions.length < 2) return null;
  return (
    <PanelSection title={words.versions}>
      <ul className={styles.versions}>
        {detail.versions.map((version) => (
          <li key={version.version}>
            <span>{words.version(version.version)}</span>
            <b>{rateText(version.rate, currency, words)}</b>
            <Quiet>
              {version.since ? <TimeText at={version.since} /> : words.always} {version.savedBy} {version.note}
            </Quiet>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}
