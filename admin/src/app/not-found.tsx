import { Button } from 'antd';
import { Link } from 'react-router';
import { useWords } from '../kit/i18n/words';
import { EmptyState } from '../kit/states/empty-state';
import { appWords } from './words';

export function NotFound() {
  const words = useWords(appWords);
  const back = (
    <Link to="/">
      <Button type="primary" tabIndex={-1}>
        {words.toOverview}
      </Button>
    </Link>
  );
  return (
    <EmptyState title={words.notFoundTitle} actions={back}>
      {words.notFoundDetail}
    </EmptyState>
  );
}
