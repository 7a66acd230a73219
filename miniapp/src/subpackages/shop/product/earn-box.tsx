import { Text, View } from '@tarojs/components';
import type { ShopProduct } from '@/features/storefront/model';
import { ActionButton } from '@/kit/button';
import { Link } from '@/kit/button/link';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { Sheet } from '@/kit/sheet';
import { useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';

/** What sharing earns and buying gives back, and why it is that much. */
export function EarnBox({ product, onSum }: { product: ShopProduct; onSum: () => void }) {
  const text = useText();
  const currency = useCurrency();
  const amount = product.earn?.amount ?? '0';
  return (
    <View className="earn-box">
      <View className="earn-box__pair">
        <View className="earn-box__side">
          <Text className="earn-box__label">{text.product.shareEarn}</Text>
          <Money value={amount} size="m" tone="take" />
        </View>
        {product.selfRebate ? (
          <View className="earn-box__side earn-box__side--second">
            <Text className="earn-box__label">{text.product.selfRebate}</Text>
            <Money value={product.selfRebate.amount} size="m" tone="take" />
          </View>
        ) : null}
      </View>
      {product.why ? (
        <View className="earn-box__why">
          <View className="earn-box__why-head">
            <Text className="earn-box__why-title">{text.product.why(moneyText(amount, currency))}</Text>
            {product.computation.length > 0 ? (
              <Link tone="quiet" hasArrow words={text.product.seeSum} onTap={onSum} />
            ) : null}
          </View>
          <View className="earn-box__why-words">{product.why}</View>
        </View>
      ) : null}
    </View>
  );
}

/** The sum, line by line. */
export function SumSheet({ product, isOpen, onClose }: { product: ShopProduct; isOpen: boolean; onClose: () => void }) {
  const text = useText();
  return (
    <Sheet isOpen={isOpen} title={text.product.sum.title} onClose={onClose}>
      {product.computation.map((line, index) => (
        <View key={index} className="sum-line">
          <Text className="sum-line__text num">{line.text}</Text>
          <Money value={line.amount} size="note" />
        </View>
      ))}
      <View className="sum-line sum-line--total">
        <Text className="sum-line__total">{text.product.sum.result}</Text>
        <Money value={product.earn?.amount ?? '0'} size="s" tone="take" />
      </View>
      <View className="sum-note">{text.product.estimate}</View>
      <ActionButton look="tint" words={text.common.done} onTap={onClose} />
    </Sheet>
  );
}
