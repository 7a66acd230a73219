import { Form, Radio, Switch } from 'antd';
import { useWords } from '../../kit/i18n/words';
import styles from './settings.module.css';
import { SettingsFrame } from './settings-frame';
import { useSettings } from './use-settings';
import { settingsWords } from './words';

/** Who may become a promoter. */
export function ApplicationsSection() {
  const words = useWords(settingsWords);
  const draft = useSettings();
  return (
    <SettingsFrame draft={draft}>
      {({ applications }) => (
        <>
          <Form layout="vertical" disabled={!draft.mayEdit}>
            <Form.Item label={words.applicationMode}>
              <Radio.Group
                value={applications.mode}
                options={(['reviewed', 'open'] as const).map((value) => ({
                  value,
                  label: words.applicationModes[value],
                }))}
                onChange={(event) => draft.change({ applications: { ...applications, mode: event.target.value } })}
              />
            </Form.Item>
          </Form>
          <div className={styles.switchRow}>
            <span>{words.requireInvitation}</span>
            <Switch
              aria-label={words.requireInvitation}
              checked={applications.requireInvitation}
              disabled={!draft.mayEdit}
              onChange={(requireInvitation) => draft.change({ applications: { ...applications, requireInvitation } })}
            />
          </div>
        </>
      )}
    </SettingsFrame>
  );
}
