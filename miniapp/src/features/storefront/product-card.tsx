import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { percentText, toMinor } from '@/lib/money';
import type { ProductCardModel } from './model';
import './product-card.scss';

/** From here on the price takes the place of the selling point, so that the capsule keeps its line. */
const LONG_PRICE_MINOR = 100_000;

export interface ProductCardProps {
  product: ProductCardModel;
  onOpen: () => void;
  /** Absent for those who are no promoters: they see the price alone. */
  onShare?: () => void;
}

/** Picture left, two lines, price left and the share capsule right. The whole capsule is one button. */
export function ProductCard({ product, onOpen, onShare }: ProductCardProps) {
  const text = useText();
  const hasCapsule = Boolean(onShare && product.earn);
  const isLong = hasCapsule && (toMinor(product.price, 2) ?? 0) >= LONG_PRICE_MINOR;
  return (
    <Tap className='product-card' onTap={onOpen} label={product.title}>
      <Picture className='product-card__picture' src={product.picture} />
      <View className='product-card__body'>
        <View className='product-card__title'>{product.title}</View>
        <View className='product-card__line'>
          {product.campaignRate ? <Text className='product-card__tag'>{text.products.campaignTag(percentText(product.campaignRate))}</Text> : null}
          {isLong ? <Money value={product.price} tone='quiet' size='item' /> : <Text className='product-card__point'>{product.point}</Text>}
        </View>
        <View className={cx('product-card__foot', isLong && 'product-card__foot--end')}>
          {isLong ? null : <Money value={product.price} tone={hasCapsule ? 'quiet' : 'ink'} size={hasCapsule ? 'item' : 'row'} className='product-card__price' />}
          {product.isSoldOut ? <Text className='product-card__out'>{text.products.soldOut}</Text> : null}
          {hasCapsule && !product.isSoldOut ? <ShareCapsule earn={product.earn ?? '0'} onShare={onShare as () => void} /> : null}
        </View>
      </View>
    </Tap>
  );
}

/** `赚 ¥40.20 | 分享` */
export function ShareCapsule({ earn, onShare }: { earn: string; onShare: () => void }) {
  const text = useText();
  return (
    <Tap className='capsule-tap' onTap={onShare} isInner label={`${text.products.share} ${text.products.earn} ${earn}`}>
      <View className='capsule'>
        <View className='capsule__earn'>
          <Text className='capsule__word'>{text.products.earn}</Text>
          <Money value={earn} tone='take' size='row' />
        </View>
        <View className='capsule__share'>
          <Icon name='share-deep' size={34} />
          <Text className='capsule__verb'>{text.products.share}</Text>
        </View>
      </View>
    </Tap>
  );
}
