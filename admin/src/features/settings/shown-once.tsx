import { App, Button, Modal } from 'antd';
import { useWords } from '../../kit/i18n/words';
import { Notice } from '../../kit/states/notice';
import styles from './settings.module.css';
import { settingsWords } from './words';

/** A secret that the server will never show again: it stays until the reader says that it is kept. */
export function ShownOnce({
  title,
  secret,
  detail,
  onDone,
}: {
  title: string;
  secret: string;
  detail?: string;
  onDone: () => void;
}) {
  const words = useWords(settingsWords);
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    message.success(words.copied);
  };
  return (
    <Modal
      open
      title={title}
      width={520}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onDone}>
          {words.done}
        </Button>
      }
    >
      <Notice tone="warn">
        <strong>{words.shownOnce}</strong> {detail}
      </Notice>
      <div className={styles.secret}>
        <code>{secret}</code>
        <Button onClick={copy}>{words.copy}</Button>
      </div>
    </Modal>
  );
}
