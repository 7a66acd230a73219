import { Text, View } from '@tarojs/components';
import { Recommendation } from '@/features/attribution/recommendation';
import { ShareSheet } from '@/features/attribution/share-sheet';
import { SinglePage } from '@/features/attribution/single-page';
import type { ShopProduct } from '@/features/storefront/model';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { EmptyState, ErrorState } from '@/kit/states';
import { useText } from '@/lib/i18n';
import { grouped } from '@/lib/money';
import { open } from '@/lib/navigation';
import { EarnBox, SumSheet } from './earn-box';
import { Gallery } from './gallery';
import { ProductBonesPage } from './product-bones';
import { ProductFoot } from './product-foot';
import { useProduct } from './use-product';
import './index.scss';

export default function ProductPage() {
  const page = useProduct();
  const { product } = page;
  const text = useText();
  if (page.isSinglePage) return <SinglePage title={page.single.title} image={page.single.image} />;
  const isGone = page.isMissing || product.problem?.kind === 'missing';
  const data = isGone ? undefined : product.data;
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      isOver={Boolean(data)}
      title={data?.name}
      tone={data ? 'card' : 'paper'}
      dataAt={data ? product.at : undefined}
      foot={
        data ? (
          <ProductFoot
            product={data}
            isPromoter={page.isPromoter}
            onShare={page.share}
            onPoster={() => open('poster', { product: data.sku, campaign: page.campaign })}
          />
        ) : undefined
      }
      over={
        <>
          <ShareSheet state={page.sheet} />
          {data ? <SumSheet product={data} isOpen={page.isSumOpen} onClose={() => page.setSumOpen(false)} /> : null}
        </>
      }
    >
      {isGone ? (
        <EmptyState
          art="searching"
          title={text.product.missingTitle}
          words={text.product.missingWords}
          action={{ words: text.products.emptyAction, onTap: () => open('products') }}
        />
      ) : null}
      {!isGone && product.state === 'loading' ? <ProductBonesPage /> : null}
      {!isGone && product.state === 'failed' ? (
        <ErrorState
          problem={product.problem}
          title={text.product.failedTitle}
          unchanged={text.product.failedUnchanged}
          again={() => void product.again()}
        />
      ) : null}
      {data ? <ProductBody product={data} page={page} /> : null}
    </Page>
  );
}

function ProductBody({ product, page }: { product: ShopProduct; page: ReturnType<typeof useProduct> }) {
  const text = useText();
  const [lead, ...rest] = product.description.split('\n').filter((line) => line.trim() !== '');
  return (
    <View>
      <Gallery pictures={product.pictures.length > 0 ? product.pictures : [product.image]} />
      <View className="product">
        <View className="product__head">
          <Money value={product.price} size="l" />
          {product.sold > 0 ? <Text className="product__sold">{text.product.sold(grouped(product.sold))}</Text> : null}
        </View>
        <View className="product__name">{product.name}</View>
        <View className="product__lead">{product.subtitle || lead}</View>
        {page.touch && !page.isPromoter ? (
          <Recommendation
            name={page.touch.promoter?.name ?? ''}
            words={page.touch.words}
            className="product__recommended"
          />
        ) : null}
        {product.earn && page.isPromoter ? <EarnBox product={product} onSum={() => page.setSumOpen(true)} /> : null}
        {page.isPromoter ? (
          <View className="product__when">
            <Icon name="clock-ink3" size={34} />
            <Text className="product__when-words">{product.when}</Text>
          </View>
        ) : null}
        <Details
          product={product}
          lines={product.subtitle ? [lead ?? '', ...rest].filter((line) => line !== product.subtitle) : rest}
        />
      </View>
    </View>
  );
}

function Details({ product, lines }: { product: ShopProduct; lines: readonly string[] }) {
  const text = useText();
  if (lines.length === 0 && !product.specification) return null;
  return (
    <View className="product__details">
      <View className="product__details-title">{text.product.details}</View>
      {product.specification ? (
        <View className="product__spec">
          <Text className="product__spec-label">{text.product.spec}</Text>
          <Text>{product.specification}</Text>
        </View>
      ) : null}
      {lines.map((line, index) => (
        <View key={index} className="product__line">
          {line}
        </View>
      ))}
    </View>
  );
}
