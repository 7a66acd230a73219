import { useWords } from '../../kit/i18n/words';
import { useListUrl } from '../../kit/list/list-url';
import { Page } from '../../kit/shell/page';
import { PageTabs } from '../../kit/shell/page-tabs';
import { CategoriesList } from './categories-list';
import { ProductsList } from './products-list';
import { storefrontWords } from './words';

/** The catalogue: products, and the categories that group them. */
export function ProductsPage() {
  const words = useWords(storefrontWords);
  const url = useListUrl();
  const tab = url.get('tab') === 'categories' ? 'categories' : 'products';
  const tabs = (
    <PageTabs
      active={tab}
      tabs={[
        { key: 'products', label: words.products },
        { key: 'categories', label: words.categories },
      ]}
      onChange={(key) => url.set({ tab: key === 'products' ? null : key, open: null })}
    />
  );
  if (tab === 'products') return <ProductsList tabs={tabs} />;
  return (
    <Page title={words.title} tabs={tabs}>
      <CategoriesList />
    </Page>
  );
}
