import { useWords } from '../kit/i18n/words';
import { LinkButton } from '../kit/link-button';
import { EmptyState } from '../kit/states/empty-state';
import { appWords } from './words';

export function NotFound() {
  const words = useWords(appWords);
  const back = (
    <LinkButton to="/" type="primary">
      {words.toOverview}
    </LinkButton>
  );
  return (
    <EmptyState title={words.notFoundTitle} actions={back}>
      {words.notFoundDetail}
    </EmptyState>
  );
}
