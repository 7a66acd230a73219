import { DownloadOutlined, DownOutlined } from '@ant-design/icons';
import { routes, urlOf } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Dropdown, Space } from 'antd';
import { Can } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import type { CommissionFilter } from './use-commission-list';
import { commissionWords } from './words';

/** Beyond this many rows a file is better made in the background than waited for. */
const jobFromRows = 100_000;

/** The rows of the present filter as CSV: streamed at once, or as a job for a large file. */
export function ExportButton({ filter, rows = 0 }: { filter: CommissionFilter; rows?: number }) {
  const words = useWords(commissionWords);
  const language = useLanguage();
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const href = urlOf(routes.commission.csv, {}, { ...filter, lang: language });
  const start = async () => {
    try {
      await call(routes.exports.start, { body: { kind: 'commissions', filter, lang: language } });
      message.success(words.exportStarted);
      void client.invalidateQueries({ queryKey: ['exports'] });
    } catch (error) {
      report(error);
    }
  };
  const isLarge = rows > jobFromRows;
  return (
    <Can do="export">
      <Space.Compact>
        <Button
          icon={<DownloadOutlined />}
          href={isLarge ? undefined : href}
          onClick={isLarge ? start : undefined}
          title={words.exportHint}
        >
          {words.export}
        </Button>
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              { key: 'csv', label: <a href={href}>{words.exportCsv}</a> },
              { key: 'job', label: words.exportJob, onClick: start },
            ],
          }}
        >
          <Button icon={<DownOutlined />} aria-label={words.exportCsv} />
        </Dropdown>
      </Space.Compact>
    </Can>
  );
}
