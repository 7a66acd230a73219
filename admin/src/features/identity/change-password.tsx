import { routes } from '@fenrun/contracts/routes';
import { App, Form, Input, Modal } from 'antd';
import { RecordForm } from '../../kit/form/record-form';
import { useWords } from '../../kit/i18n/words';
import { call } from '../../lib/call';
import { identityWords } from './words';

interface PasswordChange {
  current: string;
  password: string;
}

export function ChangePassword({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords(identityWords);
  const { message } = App.useApp();
  const change = async (values: PasswordChange) => {
    await call(routes.identity.changePassword, { body: values });
    message.success(words.passwordChanged);
    onClose();
  };
  return (
    <Modal open={isOpen} title={words.changePassword} onCancel={onClose} footer={null} width={440} destroyOnHidden>
      <RecordForm<PasswordChange> initial={{}} onSubmit={change} submitLabel={words.changePassword} onCancel={onClose}>
        <Form.Item
          name="current"
          label={words.currentPassword}
          rules={[{ required: true, message: words.passwordNeeded }]}
        >
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          name="password"
          label={words.newPassword}
          rules={[{ required: true, min: 10, message: words.newPasswordNeeded }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      </RecordForm>
    </Modal>
  );
}
