import Taro, { usePullDownRefresh } from '@tarojs/taro';
import { useState } from 'react';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { type ShopProductRow, subjectOf } from '@/features/storefront/model';
import { useProducts } from '@/features/storefront/use-products';

/** 选品: what the shop has, and what each piece earns. */
export function useProductsPage() {
  const products = useProducts();
  const sheet = useShareSheet();
  const [isFiltering, setFiltering] = useState(false);
  usePullDownRefresh(() => {
    void products.list.again().then(() => Taro.stopPullDownRefresh());
  });
  const share = (product: ShopProductRow) => sheet.openFor(subjectOf(product));
  return { ...products, sheet, share, isFiltering, setFiltering };
}
