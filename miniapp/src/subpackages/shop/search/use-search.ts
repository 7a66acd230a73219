import { useEffect, useState } from 'react';
import { useShareSheet } from '@/features/attribution/use-share-sheet';
import { type ShopProductRow, subjectOf } from '@/features/storefront/model';
import { useProducts } from '@/features/storefront/use-products';

/** How long the thumb rests before the search is asked. */
const REST_MS = 350;

/** Search by words or by category; it asks while one types. */
export function useSearch() {
  const [typed, setTyped] = useState('');
  const [hasAsked, setAsked] = useState(false);
  const products = useProducts(hasAsked);
  const sheet = useShareSheet();
  const { change } = products;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed asks again.
  useEffect(() => {
    const words = typed.trim();
    if (words === products.filter.words) return;
    const timer = setTimeout(() => {
      change({ words });
      setAsked(words !== '' || products.filter.category !== null);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const chooseCategory = (category: string | null) => {
    change({ category });
    setAsked(category !== null || typed.trim() !== '');
  };
  const share = (product: ShopProductRow) => sheet.openFor(subjectOf(product));
  return { ...products, typed, setTyped, hasAsked, chooseCategory, sheet, share };
}
