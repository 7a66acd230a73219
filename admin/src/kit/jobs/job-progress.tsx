import { Progress } from 'antd';
import { fileSize } from '../file-size';
import { grouped, useWords } from '../i18n/words';
import { kitWords } from '../words';

interface JobProgressProps {
  done: number;
  total: number | null;
  /** Counts bytes, and says them as a size. */
  asSize?: boolean;
  hasFailed?: boolean;
}

/** How far a long piece of work is. Without a total it says only how much is done. */
export function JobProgress({ done, total, asSize, hasFailed }: JobProgressProps) {
  const words = useWords(kitWords);
  const percent = total === null || total === 0 ? 0 : Math.floor((done / total) * 100);
  const say = asSize ? fileSize : grouped;
  const text = total === null ? say(done) : words.progress(say(done), say(total));
  return (
    <div role="status" aria-label={text}>
      <Progress
        percent={percent}
        showInfo={false}
        size="small"
        status={hasFailed ? 'exception' : percent >= 100 ? 'success' : 'active'}
      />
      <div style={{ fontSize: 12, lineHeight: '18px', color: 'var(--ink3)' }}>{text}</div>
    </div>
  );
}
