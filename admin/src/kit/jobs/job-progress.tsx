import { Progress } from 'antd';
import { grouped, useWords } from '../i18n/words';
import { kitWords } from '../words';

/** How far a long piece of work is. Without a total it says only how much is done. */
export function JobProgress({ done, total, hasFailed }: { done: number; total: number | null; hasFailed?: boolean }) {
  const words = useWords(kitWords);
  const percent = total === null || total === 0 ? 0 : Math.floor((done / total) * 100);
  const text = total === null ? grouped(done) : words.progress(grouped(done), grouped(total));
  return (
    <div role="status" aria-label={text}>
      <Progress percent={percent} showInfo={false} size="small" status={hasFailed ? 'exception' : percent >= 100 ? 'success' : 'active'} />
      <div style={{ fontSize: 12, lineHeight: '18px', color: 'var(--ink3)' }}>{text}</div>
    </div>
  );
}
