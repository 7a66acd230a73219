import { View } from '@tarojs/components';
import { ListEnd } from '@/kit/list-end';
import { WindowedRows } from '@/kit/windowed-rows';
import { open } from '@/lib/navigation';
import type { PagedAnswer } from '@/lib/query/use-pages';
import type { ShopProductRow } from './model';
import { ProductCard } from './product-card';

/** Height of a card with its gap, in design px: the list draws only what is near the window. */
const CARD_HEIGHT = 240;

export interface ProductListProps {
  list: PagedAnswer<ShopProductRow>;
  onShare: (product: ShopProductRow) => void;
}

export function ProductListView({ list, onShare }: ProductListProps) {
  return (
    <View>
      <ProductRows products={list.items} onShare={onShare} />
      <ListEnd list={list} />
    </View>
  );
}

export interface ProductRowsProps {
  products: readonly ShopProductRow[];
  onShare: (product: ShopProductRow) => void;
  /** The campaign in which the products are looked at: it goes along to the product's page. */
  campaign?: string;
}

export function ProductRows({ products, onShare, campaign }: ProductRowsProps) {
  return (
    <WindowedRows
      items={products}
      height={CARD_HEIGHT}
      keyOf={(product) => product.sku}
      render={(product) => (
        <ProductCard
          product={product}
          onOpen={() => open('product', { sku: product.sku, campaign })}
          onShare={product.earn ? () => onShare(product) : undefined}
        />
      )}
    />
  );
}
