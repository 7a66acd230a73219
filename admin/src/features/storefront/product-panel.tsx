import { productStateWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Can } from '../../kit/can';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import { LinkButton } from '../../kit/link-button';
import type { PanelPlace } from '../../kit/list/list-page';
import { MoneyText } from '../../kit/money/money-text';
import { Facts, PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { StatusTag } from '../../kit/panel/status-tag';
import { Picture } from '../../kit/picture';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { TimeText } from '../../kit/time/time-text';
import { call } from '../../lib/call';
import { StockDialog } from './stock-dialog';
import styles from './storefront.module.css';
import type { Product } from './use-product-list';
import { storefrontWords } from './words';

export function ProductPanel({ id, place, onPrevious, onNext, onClose }: PanelPlace) {
  const words = useWords(storefrontWords);
  const [isChangingStock, setChangingStock] = useState(false);
  const query = useQuery({
    queryKey: ['storefront', 'product', id],
    queryFn: ({ signal }) => call(routes.storefront.product, { params: { sku: id }, signal }),
  });
  const product = query.data;
  return (
    <SidePanel
      title={product?.name ?? id}
      place={place}
      onPrevious={onPrevious}
      onNext={onNext}
      onClose={onClose}
      footer={product ? <ProductActions product={product} onChangeStock={() => setChangingStock(true)} /> : undefined}
    >
      {query.isPending ? <LinesSkeleton lines={8} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {product ? <ProductBody product={product} /> : null}
      {product && isChangingStock ? <StockDialog product={product} onClose={() => setChangingStock(false)} /> : null}
    </SidePanel>
  );
}

function ProductActions({ product, onChangeStock }: { product: Product; onChangeStock: () => void }) {
  const words = useWords(storefrontWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const isOn = product.state === 'on_shelf';
  const shelve = async () => {
    try {
      await call(routes.storefront.shelve, { body: { skus: [product.sku], onShelf: !isOn } });
      message.success(isOn ? words.unshelved(1) : words.shelved(1));
      void client.invalidateQueries({ queryKey: ['storefront'] });
    } catch (error) {
      report(error);
    }
  };
  return (
    <Can do="catalogue">
      <Button onClick={onChangeStock}>{words.changeStock}</Button>
      <Button onClick={shelve}>{isOn ? words.unshelve : words.shelve}</Button>
      <span className="push" />
      <LinkButton to={`/products/${encodeURIComponent(product.sku)}`} type="primary">
        {words.edit}
      </LinkButton>
    </Can>
  );
}

function ProductBody({ product }: { product: Product }) {
  const words = useWords(storefrontWords);
  const language = useLanguage();
  return (
    <>
      <div className={styles.hero}>
        <MoneyText amount={product.price} currency={product.currency} size="hero" />
        <StatusTag tone={product.state === 'on_shelf' ? 'ok' : 'plain'}>
          {productStateWords[product.state][language]}
        </StatusTag>
      </div>
      <p className={styles.subtitle}>{product.subtitle}</p>
      <div className={styles.gallery}>
        {product.pictures.map((picture) => (
          <Picture key={picture.id} src={picture.url} alt={product.name} size={120} />
        ))}
      </div>
      <PanelSection title={words.facts}>
        <Facts
          items={[
            [words.sku, product.sku],
            [words.category, product.categoryName ?? words.noCategory],
            [words.specification, product.specification],
            [
              words.stock,
              product.held > 0
                ? `${words.pieces(product.stock)} · ${words.held(product.held)}`
                : words.pieces(product.stock),
            ],
            [words.sold, words.pieces(product.sold)],
            [words.rate, product.rate ?? words.noRate],
            [words.updated, <TimeText key="updated" at={product.updatedAt} />],
          ]}
        />
      </PanelSection>
      {product.description ? (
        <PanelSection title={words.description}>
          <p className={styles.description}>{product.description}</p>
        </PanelSection>
      ) : null}
    </>
  );
}
