import { useCallback, useState } from 'react';
import { readQuote } from '@/features/storefront/api';
import { textNow } from '@/lib/i18n';
import type { Problem } from '@/lib/problem';
import { put } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';

/** The refusal that says that a coupon is not one that can be used. */
export const REFUSED_COUPON = 'coupon-not-valid';

export function quoteKey(sku: string, quantity: number, coupon: string): string {
  return `quote:${sku}:${quantity}:${coupon}`;
}

/** The coupon of an order: a code is tried before it is taken, so that a wrong one never spoils the amount on show. */
export function useCoupon(sku: string, quantity: number) {
  const [coupon, setCoupon] = useState('');
  const [isCouponOpen, setCouponOpen] = useState(false);
  const [goneCoupon, setGone] = useState<string | null>(null);
  const trial = useDeed((code: string) => readQuote({ sku, quantity, coupon: code }));

  async function tryCoupon(code: string): Promise<void> {
    const quote = await trial.run(code);
    if (!quote) return;
    put(quoteKey(sku, quantity, code), quote, Date.now());
    setGone(null);
    setCoupon(code);
    setCouponOpen(false);
  }

  const dropCoupon = useCallback(() => {
    setCoupon('');
    setCouponOpen(false);
  }, []);

  /** A coupon that was good a moment ago may be used up: the order goes on without it, and says so. */
  const loseCoupon = useCallback((code: string) => {
    setGone(code);
    setCoupon('');
  }, []);

  return {
    coupon,
    isCouponOpen,
    setCouponOpen,
    goneCoupon,
    couponRefusal: trial.problem ? refusalOf(trial.problem) : null,
    isTrying: trial.isRunning,
    forgiveCoupon: trial.forgive,
    tryCoupon,
    dropCoupon,
    loseCoupon,
  };
}

function refusalOf({ kind, detail }: Problem): string {
  return textNow().states.toast(kind, detail);
}
