import { Text, View } from '@tarojs/components';
import type { ShopProduct } from '@/features/storefront/model';
import { ActionButton } from '@/kit/button';
import { Icon } from '@/kit/icon';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';

export interface ProductFootProps {
  product: ShopProduct;
  isPromoter: boolean;
  onShare: () => void;
  onPoster: () => void;
}

/** A promoter shares first and may buy; a customer buys. */
export function ProductFoot({ product, isPromoter, onShare, onPoster }: ProductFootProps) {
  const text = useText();
  const buy = () => open('checkout', { sku: product.sku });
  if (!isPromoter)
    return (
      <ActionButton
        words={product.soldOut ? text.product.soldOut : text.product.buy}
        amount={product.soldOut ? undefined : product.price}
        isDisabled={product.soldOut}
        onTap={buy}
      />
    );
  return (
    <View className="product-foot">
      <Tap className="product-foot__poster" onTap={onPoster} label={text.product.poster}>
        <Icon name="poster-ink" size={42} />
        <Text className="product-foot__word">{text.product.poster}</Text>
      </Tap>
      <View className="product-foot__buy">
        <ActionButton
          look="tint"
          words={product.soldOut ? text.product.soldOut : text.product.buySelf}
          isDisabled={product.soldOut}
          onTap={buy}
        />
      </View>
      <View className="product-foot__share">
        <ActionButton
          icon={(product.earn?.amount.length ?? 0) > 6 ? undefined : 'share-white'}
          words={product.earn ? text.product.shareFoot : text.products.share}
          amount={product.earn?.amount}
          onTap={onShare}
        />
      </View>
    </View>
  );
}
