import { InboxOutlined } from '@ant-design/icons';
import { App, Upload } from 'antd';
import { useWords } from '../i18n/words';
import { kitWords } from '../words';
import styles from './form.module.css';

interface FileDropProps {
  /** File endings with their dot: ".csv". */
  accept: readonly string[];
  maxMegabytes: number;
  hint?: string;
  onFile: (file: File) => void;
}

/** Takes one file to the page; nothing is sent until the reader says so. */
export function FileDrop({ accept, maxMegabytes, hint, onFile }: FileDropProps) {
  const words = useWords(kitWords);
  const { message } = App.useApp();
  const take = (file: File) => {
    const name = file.name.toLowerCase();
    if (!accept.some((ending) => name.endsWith(ending))) message.error(words.fileWrongKind(accept.join(', ')));
    else if (file.size > maxMegabytes * 1024 * 1024) message.error(words.fileTooLarge(`${maxMegabytes} MB`));
    else onFile(file);
    return Upload.LIST_IGNORE;
  };
  return (
    <Upload.Dragger accept={accept.join(',')} multiple={false} showUploadList={false} beforeUpload={take}>
      <div className={styles.drop}>
        <InboxOutlined style={{ fontSize: 22 }} />
        <div>{words.dropFile}</div>
        {hint ? <div className={styles.dropHint}>{hint}</div> : null}
      </div>
    </Upload.Dragger>
  );
}
