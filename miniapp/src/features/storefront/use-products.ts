import { useState } from 'react';
import { type PagedAnswer, usePages } from '@/lib/query/use-pages';
import { type Answer, useQuery } from '@/lib/query/use-query';
import { type ProductFilter, readCategories, readProducts } from './api';
import type { Category, ShopProductRow } from './model';

const NO_FILTER: ProductFilter = { words: '', category: null, sort: 'recommended', priceFrom: '', priceTo: '' };

export interface ProductList {
  filter: ProductFilter;
  change: (part: Partial<ProductFilter>) => void;
  list: PagedAnswer<ShopProductRow>;
  categories: Answer<{ data: Category[] }>;
}

/** The shop's products by category, words, price and order. */
export function useProducts(isAsked = true, first: Partial<ProductFilter> = {}): ProductList {
  const [filter, setFilter] = useState<ProductFilter>({ ...NO_FILTER, ...first });
  const key = `products:${filter.category ?? ''}:${filter.sort}:${filter.words}:${filter.priceFrom}:${filter.priceTo}`;
  const isPlain = filter.words === '' && filter.priceFrom === '' && filter.priceTo === '';
  const list = usePages(isAsked ? key : null, (cursor) => readProducts(filter, cursor), isPlain);
  const categories = useQuery({ key: 'categories', read: readCategories, isKept: true });
  return { filter, change: (part) => setFilter({ ...filter, ...part }), list, categories };
}
