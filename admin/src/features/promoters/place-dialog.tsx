import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal, Select } from 'antd';
import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '../../kit/form/reason-dialog';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { Quiet } from '../../kit/text';
import { TextButton } from '../../kit/text-button';
import { call } from '../../lib/call';
import { standingWords } from './standing-words';
import type { PromoterDetail } from './types';

type Part = 'programme' | 'group';

interface Values {
  programme: string;
  group: string;
  reason?: string;
}

/** What stands for the default group in the select, which has no code of its own. */
const defaultGroup = '';

/** Puts a promoter on another programme or into another group, which pins him there, and releases the pins. */
export function PlaceDialog({ person, onClose }: { person: PromoterDetail; onClose: () => void }) {
  const words = useWords(standingWords);
  const [releasing, setReleasing] = useState<Part | null>(null);
  const { programmes, groups } = usePlaces(person);
  const { save, release } = usePlaceDeeds(person, onClose);
  const pinOf = (isPinned: boolean, part: Part, pinned: string, free: string): ReactNode =>
    isPinned ? (
      <>
        {pinned} <TextButton onClick={() => setReleasing(part)}>{words.release}</TextButton>
      </>
    ) : (
      <Quiet>{free}</Quiet>
    );
  return (
    <>
      <Modal
        open={releasing === null}
        title={words.placeTitle(person.name)}
        footer={null}
        width={480}
        onCancel={onClose}
      >
        <p style={{ marginBottom: 16 }}>{words.placeDetail}</p>
        <RecordForm<Values>
          initial={{ programme: person.programme, group: person.group ?? defaultGroup }}
          onSubmit={save}
          onCancel={onClose}
          submitLabel={words.save}
        >
          <Form.Item
            name="programme"
            label={words.programme}
            required
            extra={pinOf(person.pinnedProgramme, 'programme', words.pinnedProgramme, words.freeProgramme)}
          >
            <Select options={programmes} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item
            name="group"
            label={words.group}
            required
            extra={pinOf(person.pinnedGroup, 'group', words.pinnedGroup, words.freeGroup)}
          >
            <Select options={groups} showSearch={{ optionFilterProp: 'label' }} />
          </Form.Item>
          <Form.Item name="reason" label={words.reason}>
            <Input.TextArea rows={2} maxLength={500} />
          </Form.Item>
        </RecordForm>
      </Modal>
      <ReasonDialog
        isOpen={releasing !== null}
        title={releasing === 'group' ? words.releaseGroupTitle(person.name) : words.releaseProgrammeTitle(person.name)}
        label={words.reason}
        confirmLabel={words.release}
        isOptional
        onConfirm={(reason) => release(releasing ?? 'programme', reason)}
        onClose={() => setReleasing(null)}
      >
        {releasing === 'group' ? words.releaseGroupDetail : words.releaseProgrammeDetail}
      </ReasonDialog>
    </>
  );
}

/** Active programmes and all groups, and where the promoter is now even if that is gone. */
function usePlaces(person: PromoterDetail) {
  const words = useWords(standingWords);
  const programmes = useQuery({
    queryKey: ['plans', 'programmes'],
    queryFn: ({ signal }) => call(routes.plans.programmes, { signal }),
  }).data?.data;
  const groups = useQuery({
    queryKey: ['climbing', 'groups'],
    queryFn: ({ signal }) => call(routes.climbing.groups, { signal }),
  }).data?.groups.groups;
  const own = (options: { value: string; label: string }[], value: string, label: string) =>
    options.some((option) => option.value === value) ? options : [{ value, label }, ...options];
  return {
    programmes: own(
      (programmes ?? []).filter((one) => one.active).map((one) => ({ value: one.id, label: one.name })),
      person.programme,
      person.programmeName,
    ),
    groups: own(
      [
        { value: defaultGroup, label: words.defaultGroup },
        ...(groups ?? []).map((one) => ({ value: one.id, label: one.name })),
      ],
      person.group ?? defaultGroup,
      person.groupName ?? words.defaultGroup,
    ),
  };
}

function usePlaceDeeds(person: PromoterDetail, onDone: () => void) {
  const words = useWords(standingWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const params = { code: person.code };
  const groupOf = (now: PromoterDetail) => now.groupName ?? words.defaultGroup;
  const done = (said: string) => {
    message.success(said);
    void client.invalidateQueries({ queryKey: ['promoters'] });
    void client.invalidateQueries({ queryKey: ['climbing'] });
    onDone();
  };
  const save = async ({ programme, group, reason }: Values) => {
    const why = reason?.trim() || null;
    let now: PromoterDetail | null = null;
    if (programme !== person.programme)
      now = await call(routes.promoters.assignProgramme, { params, body: { programme, reason: why } });
    if (group !== (person.group ?? defaultGroup))
      now = await call(routes.promoters.assignGroup, { params, body: { group: group || null, reason: why } });
    if (now === null) message.info(words.nothingChanged);
    else done(words.assigned(now.name, now.programmeName, groupOf(now)));
  };
  const release = async (part: Part, reason: string) => {
    const route = part === 'group' ? routes.promoters.releaseGroup : routes.promoters.releaseProgramme;
    const now = await call(route, { params, body: { reason: reason || null } });
    done(
      part === 'group'
        ? words.releasedGroup(now.name, groupOf(now))
        : words.releasedProgramme(now.name, now.programmeName),
    );
  };
  return { save, release };
}
