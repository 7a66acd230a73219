import { Input, View } from '@tarojs/components';
import { ShareSheet } from '@/features/attribution/share-sheet';
import { ProductListView } from '@/features/storefront/product-list';
import { cx } from '@/kit/cx';
import { Icon } from '@/kit/icon';
import { Page } from '@/kit/page';
import { ProductBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { useSearch } from './use-search';
import '@/kit/chips/index.scss';
import './index.scss';

export default function SearchPage() {
  const search = useSearch();
  const { list, filter, categories } = search;
  const text = useText();
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      left={<SearchInput value={search.typed} onChange={search.setTyped} />}
      over={<ShareSheet state={search.sheet} />}
    >
      <View className="search__categories">
        {(categories.data?.data ?? []).map(({ id, name }) => (
          <Tap key={id} className="search__tap" onTap={() => search.chooseCategory(filter.category === id ? null : id)}>
            <View className={cx('chips__chip', filter.category === id && 'chips__chip--on')}>{name}</View>
          </Tap>
        ))}
      </View>
      {search.hasAsked ? (
        <Found search={search} />
      ) : (
        <EmptyState art="searching" title={text.products.searchTitle} words={text.products.searchWords} />
      )}
      {list.state === 'loading' && search.hasAsked ? <ProductBones count={4} /> : null}
    </Page>
  );
}

function Found({ search }: { search: ReturnType<typeof useSearch> }) {
  const { list, filter } = search;
  const text = useText();
  if (list.state === 'failed')
    return (
      <ErrorState
        problem={list.problem}
        title={text.products.failedTitle}
        unchanged={text.products.failedUnchanged}
        again={() => void list.again()}
      />
    );
  if (list.isEmpty)
    return (
      <EmptyState
        art="searching"
        title={filter.words ? text.products.noneTitle(filter.words) : text.products.emptyTitle}
        words={text.products.noneWords}
      />
    );
  return <ProductListView list={list} onShare={search.share} />;
}

function SearchInput({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const text = useText();
  return (
    <View className="search__field">
      <Icon name="search-ink3" size={36} />
      <Input
        className="search__input"
        value={value}
        placeholder={text.products.search}
        confirmType="search"
        focus
        maxlength={40}
        onInput={(event) => onChange(event.detail.value)}
      />
      {value ? (
        <Tap className="search__clear" label={text.products.clear} onTap={() => onChange('')}>
          <Icon name="close-ink3" size={28} />
        </Tap>
      ) : null}
    </View>
  );
}
