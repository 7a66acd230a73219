import { DownloadOutlined, DownOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, Upload } from 'antd';
import { type DragEvent, useEffect, useRef } from 'react';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { TextPlace } from './json-place';
import styles from './plan-trial.module.css';
import { planTrialWords } from './plan-trial-words';
import { sampleScenarios } from './sample-scenarios';
import type { ScenarioState } from './use-scenario';

const mostBytes = 1024 * 1024;

/** The text of the plan: typed, pasted, dropped or from an example; it goes out again as a file. */
export function ScenarioEditor({ scenario, place }: { scenario: ScenarioState; place: TextPlace | null }) {
  const words = useWords(planTrialWords);
  const { message } = App.useApp();
  const area = usePlace(place);
  const take = async (file: File | undefined) => {
    if (!file) return;
    if (file.size > mostBytes) message.error(words.fileTooLarge);
    else scenario.write(await file.text());
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void take(event.dataTransfer.files[0]);
  };
  return (
    <section className={styles.editor} aria-label={words.scenario}>
      <EditorHead scenario={scenario} onFile={(file) => void take(file)} />
      <textarea
        ref={area}
        className={styles.text}
        aria-label={words.scenario}
        placeholder={words.dropHint}
        spellCheck={false}
        value={scenario.text}
        onChange={(event) => scenario.write(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) scenario.run();
        }}
        onDragOver={(event) => event.preventDefault()}
        onDrop={drop}
      />
      <Button type="primary" disabled={scenario.text.trim() === ''} loading={scenario.isPlaying} onClick={scenario.run}>
        {words.run}
      </Button>
    </section>
  );
}

function EditorHead({ scenario, onFile }: { scenario: ScenarioState; onFile: (file: File) => void }) {
  const words = useWords(planTrialWords);
  const language = useLanguage();
  const samples = sampleScenarios(language);
  const items = samples.map(({ title }, index) => ({ key: String(index), label: title }));
  const use = (key: string) => scenario.write(JSON.stringify(samples[Number(key)]?.scenario, null, 2));
  return (
    <header className={styles.head}>
      <h2>{words.scenario}</h2>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => use(key) }}>
        <Button type="text" size="small">
          {words.samples} <DownOutlined />
        </Button>
      </Dropdown>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(file) => {
          onFile(file);
          return Upload.LIST_IGNORE;
        }}
      >
        <Button type="text" size="small" icon={<UploadOutlined />}>
          {words.choose}
        </Button>
      </Upload>
      <Button
        type="text"
        size="small"
        icon={<DownloadOutlined />}
        disabled={scenario.text === ''}
        onClick={() => save(scenario.text)}
      >
        {words.download}
      </Button>
    </header>
  );
}

/** Selects a place in the text and brings it into view: a line is as high as the text says. */
function usePlace(place: TextPlace | null) {
  const area = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const element = area.current;
    if (!element || !place) return;
    element.focus();
    element.setSelectionRange(place.start, place.end);
    element.scrollTop = Math.max(0, (place.line - 4) * Number.parseFloat(getComputedStyle(element).lineHeight || '20'));
  }, [place]);
  return area;
}

function save(text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = 'scenario.json';
  link.click();
  URL.revokeObjectURL(address);
}
