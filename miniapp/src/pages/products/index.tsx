import { Text, View } from '@tarojs/components';
import { ShareSheet } from '@/features/attribution/share-sheet';
import { PriceFilter } from '@/features/storefront/price-filter';
import { ProductListView } from '@/features/storefront/product-list';
import { Tabs, WordChoice } from '@/kit/chips';
import { Icon } from '@/kit/icon';
import { Page } from '@/kit/page';
import { ProductBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { useProductsPage } from './use-products-page';
import './index.scss';

const ALL = 'all';

export default function ProductsPage() {
  const page = useProductsPage();
  const { filter, change, list, categories } = page;
  const text = useText();
  const { sorts } = text.products;
  return (
    <Page isTab left={<SearchField />} dataAt={list.at} over={<Over page={page} />}>
      <Tabs
        choices={[
          { value: ALL, label: text.products.all },
          ...(categories.data?.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
        ]}
        chosen={filter.category ?? ALL}
        onChoose={(id) => change({ category: id === ALL ? null : id })}
      />
      <View className="sort-row">
        <WordChoice
          choices={(['recommended', 'earning', 'selling', 'newest'] as const).map((value) => ({
            value,
            label: sorts[value],
          }))}
          chosen={filter.sort}
          onChoose={(sort) => change({ sort })}
        />
        <Tap className="sort-row__filter" onTap={() => page.setFiltering(true)}>
          <Text>{text.products.filter}</Text>
          <Icon name="down-ink2" size={24} />
          {filter.priceFrom || filter.priceTo ? <View className="sort-row__dot" /> : null}
        </Tap>
      </View>
      {list.state === 'loading' ? <ProductBones /> : null}
      {list.state === 'failed' ? (
        <ErrorState
          problem={list.problem}
          title={text.products.failedTitle}
          unchanged={text.products.failedUnchanged}
          again={() => void list.again()}
        />
      ) : null}
      {list.isEmpty ? (
        <EmptyState
          title={text.products.emptyTitle}
          words={text.products.emptyWords}
          action={
            filter.category
              ? {
                  words: text.products.emptyAction,
                  onTap: () => change({ category: null, priceFrom: '', priceTo: '' }),
                }
              : undefined
          }
        />
      ) : null}
      <ProductListView list={list} onShare={page.share} />
    </Page>
  );
}

function Over({ page }: { page: ReturnType<typeof useProductsPage> }) {
  return (
    <>
      <ShareSheet state={page.sheet} />
      <PriceFilter
        isOpen={page.isFiltering}
        from={page.filter.priceFrom}
        to={page.filter.priceTo}
        onClose={() => page.setFiltering(false)}
        onChoose={page.change}
      />
    </>
  );
}

function SearchField() {
  const text = useText();
  return (
    <Tap className="search-field" onTap={() => open('search')} label={text.products.search}>
      <Icon name="search-ink3" size={36} />
      <Text className="search-field__words">{text.products.search}</Text>
    </Tap>
  );
}
