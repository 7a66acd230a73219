import { Text, View } from '@tarojs/components';
import { cx } from '@/kit/cx';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Picture } from '@/kit/picture';
import { Tap } from '@/kit/tap';
import { lastDaysText } from '@/lib/dates';
import { languageStore, useCalendar, useText } from '@/lib/i18n';
import { digitsOf, toMinor } from '@/lib/money';
import { useStore } from '@/lib/store';
import type { ShopProductRow } from './model';
import './product-card.scss';

/** From ¥1,000.00 on the price takes the place of the selling point, so that the capsule keeps its line. */
const LONG_PRICE = 1000;
/** So many characters price and earning may have together on one line, beside the capsule's word and without it. */
const FITS = { zh: 11, en: 13 };

export interface ProductCardProps {
  product: ShopProductRow;
  onOpen: () => void;
  /** Absent for those who are no promoters: they see the price alone. */
  onShare?: () => void;
}

/** Picture left, two lines, price left and the share capsule right. The whole capsule is one button. */
export function ProductCard({ product, onOpen, onShare }: ProductCardProps) {
  const text = useText();
  const calendar = useCalendar();
  const earn = onShare ? product.earn : null;
  const ends = earn?.until ? lastDaysText(earn.until, calendar) : null;
  const digits = digitsOf(product.price);
  const { language } = calendar;
  const isLong =
    earn !== null &&
    ((toMinor(product.price, digits) ?? 0) >= LONG_PRICE * 10 ** digits ||
      product.price.length + earn.amount.length > FITS[language]);
  return (
    <Tap className="product-card" onTap={onOpen} label={product.name}>
      <Picture className="product-card__picture" src={product.image} />
      <View className="product-card__body">
        <View className="product-card__title">{product.name}</View>
        <View className="product-card__line">
          {earn?.tag ? <Text className="product-card__tag">{earn.tag}</Text> : null}
          {isLong ? (
            <Money value={product.price} tone="quiet" size="item" />
          ) : (
            <Text className="product-card__point">{ends ? text.products.ends(ends) : product.subtitle}</Text>
          )}
        </View>
        <View className={cx('product-card__foot', isLong && 'product-card__foot--end')}>
          {isLong ? null : (
            <Money
              value={product.price}
              tone={earn ? 'quiet' : 'ink'}
              size={earn ? 'item' : 'row'}
              className="product-card__price"
            />
          )}
          {product.soldOut ? <Text className="product-card__out">{text.products.soldOut}</Text> : null}
          {earn && onShare && !product.soldOut ? <ShareCapsule earn={earn.amount} onShare={onShare} /> : null}
        </View>
      </View>
    </Tap>
  );
}

/** `赚 ¥40.20 | 分享` */
export function ShareCapsule({ earn, onShare }: { earn: string; onShare: () => void }) {
  // 「分享」 fits beside the amount; in longer languages the arrow says it alone.
  const language = useStore(languageStore());
  const text = useText();
  return (
    <Tap className="capsule-tap" onTap={onShare} isInner label={`${text.products.share} ${text.products.earn} ${earn}`}>
      <View className="capsule">
        <View className="capsule__earn">
          <Text className="capsule__word">{text.products.earn}</Text>
          <Money value={earn} tone="take" size="row" />
        </View>
        <View className="capsule__share">
          <Icon name="share-deep" size={34} />
          {language === 'zh' ? <Text className="capsule__verb">{text.products.share}</Text> : null}
        </View>
      </View>
    </Tap>
  );
}
