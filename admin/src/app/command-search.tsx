import { SearchOutlined } from '@ant-design/icons';
import { Input, Modal } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useWords } from '../kit/i18n/words';
import styles from './command-search.module.css';
import { type SearchHit, useSearchHits } from './use-search-hits';
import { appWords } from './words';

/** Ctrl K: goes to any page, promoter, order or product by name or number. */
export function CommandSearch({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const words = useWords(appWords);
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const { groups, isSearching } = useSearchHits(text, isOpen);
  const hits = groups.flatMap((group) => group.hits);
  useEffect(() => {
    if (isOpen) setText('');
  }, [isOpen]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text starts again at its first hit
  useEffect(() => setAt(0), [text]);
  const open = (hit: SearchHit | undefined) => {
    if (!hit) return;
    onClose();
    navigate(hit.path);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt((old) => Math.min(hits.length - 1, old + 1));
    else if (event.key === 'ArrowUp') setAt((old) => Math.max(0, old - 1));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) open(hits[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Modal
      open={isOpen}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={560}
      destroyOnHidden
      style={{ top: 96 }}
    >
      <Input
        autoFocus
        size="large"
        variant="borderless"
        prefix={<SearchOutlined />}
        placeholder={words.searchPlaceholder}
        aria-label={words.search}
        role="combobox"
        aria-expanded="true"
        aria-controls="command-hits"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={press}
      />
      <div className={styles.hits} id="command-hits" role="listbox" aria-busy={isSearching}>
        {groups.map((group) => (
          <div key={group.title}>
            <div className={styles.group}>{group.title}</div>
            {group.hits.map((hit) => (
              <button
                key={hit.path}
                type="button"
                role="option"
                aria-selected={hits[at]?.path === hit.path}
                className={`${styles.hit} ${hits[at]?.path === hit.path ? styles.at : ''}`}
                onClick={() => open(hit)}
              >
                {hit.label}
                {hit.hint ? <span className={styles.hint}>{hit.hint}</span> : null}
              </button>
            ))}
          </div>
        ))}
        {hits.length === 0 && !isSearching ? <div className={styles.nothing}>{words.searchNothing}</div> : null}
      </div>
      <div className={styles.foot}>{words.searchHint}</div>
    </Modal>
  );
}
