import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Form, Input, Modal } from 'antd';
import { FindSelect } from '../../kit/form/find-select';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { call } from '../../lib/call';
import { findPromoters } from '../../lib/find-options';
import { standingWords } from './standing-words';
import type { PromoterDetail } from './types';

interface Values {
  inviter?: string;
  reason: string;
}

/** Puts a promoter, with everybody below, under another inviter or none; a circle or too deep a tree is the server's to refuse. */
export function InviterDialog({ person, onClose }: { person: PromoterDetail; onClose: () => void }) {
  const words = useWords(standingWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const move = async ({ inviter, reason }: Values) => {
    const now = await call(routes.promoters.moveInviter, {
      params: { code: person.code },
      body: { inviter: inviter || null, reason: reason.trim() },
    });
    message.success(words.moved(now.name, now.inviterName));
    for (const room of ['promoters', 'reporting']) void client.invalidateQueries({ queryKey: [room] });
    onClose();
  };
  const findOthers: typeof findPromoters = async (ask) =>
    (await findPromoters(ask)).filter((option) => option.value !== person.code);
  return (
    <Modal open title={words.inviterTitle(person.name)} footer={null} width={480} onCancel={onClose}>
      <p style={{ marginBottom: 16 }}>
        {words.inviterNow(person.inviterName ?? person.inviter ?? words.noInviter)}
        <br />
        {words.inviterDetail(person.name, person.partners)}
      </p>
      <RecordForm<Values>
        initial={{ inviter: person.inviter ?? undefined }}
        onSubmit={move}
        onCancel={onClose}
        submitLabel={words.move}
        hasNoMarks
      >
        <Form.Item name="inviter" label={words.newInviter}>
          <FindSelect
            id="inviter"
            find={findOthers}
            label={words.newInviter}
            placeholder={words.inviterFind}
            allowClear
          />
        </Form.Item>
        <Form.Item
          name="reason"
          label={words.reason}
          rules={[{ required: true, whitespace: true, message: words.whyRequired }]}
        >
          <Input.TextArea rows={2} maxLength={500} />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
