import { Text, View } from '@tarojs/components';
import type { ShopProductRow } from '@/features/storefront/model';
import { ActionButton } from '@/kit/button';
import { Money } from '@/kit/money';
import { useCurrency } from '@/kit/money/currency';
import { Page } from '@/kit/page';
import { Picture } from '@/kit/picture';
import { ProductBones } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { Timeline } from '@/kit/timeline';
import { dayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { moneyText } from '@/lib/money';
import { open } from '@/lib/navigation';
import { shortName } from '@/lib/short-name';
import { useWelcome } from './use-welcome';
import './index.scss';

export default function WelcomePage() {
  const page = useWelcome();
  const { home, example } = page;
  const text = useText();
  return (
    <Page
      isFootPlain
      hasBack
      backLabel={text.common.back}
      foot={<ActionButton words={text.welcome.go} onTap={() => open('products')} />}
    >
      <View className="welcome-head">
        <View className="welcome-head__title">{text.welcome.hello(shortName(page.name))}</View>
        {example ? <View className="welcome-head__words">{text.welcome.like(example.name)}</View> : null}
      </View>
      {home.state === 'loading' ? <ProductBones count={3} /> : null}
      {home.state === 'failed' ? (
        <ErrorState
          problem={home.problem}
          title={text.home.failedTitle}
          unchanged={text.home.failedUnchanged}
          again={() => void home.again()}
        />
      ) : null}
      {example ? <Example product={example} page={page} /> : null}
      <View className="welcome-first">
        <View className="welcome-first__title">{text.welcome.first}</View>
        <View className="welcome-first__words">{text.welcome.firstWords}</View>
      </View>
      <View className="welcome-picks">
        {page.picks.map((product) => (
          <Pick key={product.sku} product={product} />
        ))}
      </View>
    </Page>
  );
}

/** One sale from the order to the withdrawal, with the days it would take from today. */
function Example({ product, page }: { product: ShopProductRow; page: ReturnType<typeof useWelcome> }) {
  const text = useText();
  const calendar = useCalendar();
  const currency = useCurrency();
  const { steps } = text.welcome;
  const dates = page.datesFrom(calendar.now);
  const about = (at: number) => text.welcome.about(dayText(at, calendar));
  const earn = product.earn?.amount;
  const ordered = (
    <Text>
      {steps.orderNote(moneyText(product.price, currency))}
      {earn ? <Text className="welcome-earn">{moneyText(earn, currency)}</Text> : null}
    </Text>
  );
  return (
    <View className="card">
      <View className="welcome-example">
        <Picture className="welcome-example__picture" src={product.image} />
        <View className="welcome-example__body">
          <View className="welcome-example__name">{product.name}</View>
          {earn ? (
            <View className="welcome-example__earn">
              <Text className="welcome-example__word">{text.welcome.shareEarn}</Text>
              <Money value={earn} size="m" tone="take" />
            </View>
          ) : null}
        </View>
      </View>
      <Timeline
        steps={[
          { label: steps.order, note: ordered, aside: text.welcome.today },
          { label: steps.receive, note: steps.receiveNote, aside: about(dates.received) },
          { label: steps.mature(page.holdDays), note: steps.matureNote, aside: about(dates.matured) },
          { label: steps.review, note: steps.reviewNote, aside: about(dates.reviewed) },
        ]}
      />
    </View>
  );
}

function Pick({ product }: { product: ShopProductRow }) {
  const text = useText();
  return (
    <Tap className="welcome-pick" onTap={() => open('product', { sku: product.sku })} label={product.name}>
      <Picture className="welcome-pick__picture" src={product.image} />
      <View className="welcome-pick__name">{product.name}</View>
      {product.earn ? (
        <View className="welcome-pick__earn">
          <Text className="welcome-pick__word">{text.welcome.earn}</Text>
          <Money value={product.earn.amount} size="item" tone="take" />
        </View>
      ) : null}
    </Tap>
  );
}
