import { CloseOutlined, LoadingOutlined, PlusOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useWords } from '../i18n/words';
import { useProblemMessage } from '../states/use-problem-message';
import { kitWords } from '../words';
import styles from './form.module.css';

export interface KeptPicture {
  readonly id: string;
  readonly url: string;
}

interface PictureFieldProps {
  upload: (file: File) => Promise<KeptPicture>;
  max: number;
  value?: readonly KeptPicture[];
  onChange?: (pictures: readonly KeptPicture[]) => void;
}

const maxMegabytes = 5;

/** Pictures in their order. Each is uploaded when it is chosen, so that saving the form is quick and says what failed early. */
export function PictureField({ upload, max, value = [], onChange }: PictureFieldProps) {
  const words = useWords(kitWords);
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [isBusy, setBusy] = useState(false);
  const add = async (file: File) => {
    if (file.size > maxMegabytes * 1024 * 1024) {
      message.error(words.fileTooLarge(`${maxMegabytes} MB`));
      return;
    }
    setBusy(true);
    try {
      const { id, url } = await upload(file);
      onChange?.([...value, { id, url }]);
    } catch (error) {
      report(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.pictures}>
      {value.map((picture) => (
        <div key={picture.id} className={styles.picture}>
          <img src={picture.url} alt="" />
          <Button
            className={styles.removePicture}
            size="small"
            shape="circle"
            icon={<CloseOutlined />}
            aria-label={words.remove}
            onClick={() => onChange?.(value.filter((one) => one.id !== picture.id))}
          />
        </div>
      ))}
      {value.length < max ? (
        <Upload
          accept="image/png,image/jpeg,image/webp"
          showUploadList={false}
          beforeUpload={(file) => {
            void add(file);
            return Upload.LIST_IGNORE;
          }}
        >
          <button type="button" className={styles.addPicture} disabled={isBusy}>
            {isBusy ? <LoadingOutlined /> : <PlusOutlined />}
            {words.uploadPicture}
          </button>
        </Upload>
      ) : null}
    </div>
  );
}
