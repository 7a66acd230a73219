import { ScrollView, Text, View } from '@tarojs/components';
import type { ShopProductRow } from '@/features/storefront/model';
import { ActionButton } from '@/kit/button';
import { Money } from '@/kit/money';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';

/** A few products side by side, each a tap away from being shared. */
export function QuickShares({
  products,
  onShare,
}: {
  products: readonly ShopProductRow[];
  onShare: (product: ShopProductRow) => void;
}) {
  const text = useText();
  return (
    <ScrollView scrollX enhanced showScrollbar={false} className="quick">
      <View className="quick__row">
        {products.map((product) => (
          <Tap
            key={product.sku}
            className="quick__card"
            onTap={() => open('product', { sku: product.sku })}
            label={product.name}
          >
            <View className="quick__top">
              <Picture className="quick__picture" src={product.image} />
              <View className="quick__words">
                <View className="quick__title">{product.name}</View>
                <Money value={product.price} tone="quiet" size="item" />
                {product.earn ? (
                  <View className="quick__earn">
                    <Text className="quick__earn-word">{text.home.shareEarn}</Text>
                    <Money value={product.earn.amount} size="s" tone="take" />
                  </View>
                ) : null}
              </View>
            </View>
            <Tap isInner onTap={() => onShare(product)} label={text.home.shareWithFriend}>
              <ActionButton isSmall icon="share-white" words={text.home.shareWithFriend} />
            </Tap>
          </Tap>
        ))}
      </View>
    </ScrollView>
  );
}
