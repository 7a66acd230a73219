import { touchWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import type { PanelPlace } from '../../kit/list/list-page';
import { MoneyText } from '../../kit/money/money-text';
import { Facts, PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet } from '../../kit/text';
import { TimeText } from '../../kit/time/time-text';
import { type AnswerOf, call } from '../../lib/call';
import styles from './customers.module.css';
import { customersWords } from './words';

export function CustomerPanel({ id, place, onPrevious, onNext, onClose }: PanelPlace) {
  const words = useWords(customersWords);
  const query = useQuery({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => call(routes.customers.read, { params: { id }, signal }),
  });
  const customer = query.data;
  const footer = customer ? (
    <LinkButton to={`/sales?customer=${encodeURIComponent(id)}`}>{words.seeOrders}</LinkButton>
  ) : undefined;
  return (
    <SidePanel
      title={customer?.name ?? customer?.outsideId ?? words.name}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={footer}
    >
      {query.isPending ? <LinesSkeleton lines={8} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {customer ? <CustomerBody customer={customer} /> : null}
    </SidePanel>
  );
}

function CustomerBody({ customer }: { customer: AnswerOf<'customers.read'> }) {
  const words = useWords(customersWords);
  const language = useLanguage();
  const { boundTo } = customer;
  const promoterLink = (code: string, name: string) => (
    <Link to={`/promoters/${encodeURIComponent(code)}`}>{name}</Link>
  );
  return (
    <>
      <MoneyText amount={customer.sales} currency={customer.currency} size="hero" />
      <p className={styles.small}>
        {words.orderCount(customer.orders)}
        <Quiet>
          {' · '}
          {words.refunded} <MoneyText amount={customer.refunded} currency={customer.currency} size="text" tone="text" />
        </Quiet>
      </p>
      <PanelSection title={words.facts}>
        <Facts
          items={[
            [words.phone, customer.phone],
            [words.email, customer.email],
            [words.outsideId, customer.outsideId],
            [words.country, customer.country],
            [words.first, customer.firstOrderAt ? <TimeText key="first" at={customer.firstOrderAt} /> : null],
            [words.last, customer.lastOrderAt ? <TimeText key="last" at={customer.lastOrderAt} /> : null],
            [words.promoter, customer.promoter ? promoterLink(customer.promoter.code, customer.promoter.name) : null],
            [
              words.boundTo,
              boundTo ? (
                <>
                  {promoterLink(boundTo.promoter.code, boundTo.promoter.name)}{' '}
                  <Quiet>
                    {boundTo.until ? (
                      <>
                        {words.boundUntil} <TimeText at={boundTo.until} />
                      </>
                    ) : (
                      words.forever
                    )}
                  </Quiet>
                </>
              ) : null,
            ],
            [words.promotes, customer.promotes ? promoterLink(customer.promotes, customer.promotes) : null],
          ]}
        />
      </PanelSection>
      {customer.categories.length > 0 ? (
        <PanelSection title={words.categories}>
          <Facts items={customer.categories.map(({ name, pieces }) => [name, words.pieces(pieces)] as const)} />
        </PanelSection>
      ) : null}
      <PanelSection title={words.touches}>
        {customer.touches.length === 0 ? <p className={styles.small}>{words.noTouches}</p> : null}
        <ul className={styles.rows}>
          {customer.touches.map((touch) => (
            <li key={`${touch.at}${touch.promoter.code}`}>
              <TimeText at={touch.at} />
              <span>{touchWords[touch.kind as keyof typeof touchWords]?.[language] ?? touch.kind}</span>
              {promoterLink(touch.promoter.code, touch.promoter.name)}
            </li>
          ))}
        </ul>
      </PanelSection>
    </>
  );
}
