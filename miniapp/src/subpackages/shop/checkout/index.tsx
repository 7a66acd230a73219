import { Input, Text, View } from '@tarojs/components';
import { AddressSheet } from '@/features/storefront/address-sheet';
import { CouponSheet } from '@/features/storefront/coupon-sheet';
import type { Quote } from '@/features/storefront/model';
import { ActionButton } from '@/kit/button';
import { Card, Cell } from '@/kit/cells';
import { Icon } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { Picture } from '@/kit/picture';
import { Bone, RowBones } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Stepper } from '@/kit/stepper';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { isPositive, isZero } from '@/lib/money';
import { useCheckout } from './use-checkout';
import './index.scss';

export default function CheckoutPage() {
  const page = useCheckout();
  const { quote } = page;
  const text = useText();
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.checkout.title}
      foot={<PayFoot page={page} />}
      over={
        <>
          <AddressSheet
            isOpen={page.isAddressOpen}
            first={page.address}
            onClose={() => page.setAddressOpen(false)}
            onSave={(fields) => void page.saveAddress(fields)}
          />
          <CouponSheet
            isOpen={page.isCouponOpen}
            code={page.coupon}
            refusal={page.couponRefusal}
            isBusy={page.isTrying}
            onTry={(code) => void page.tryCoupon(code)}
            onEdit={page.forgiveCoupon}
            onDrop={page.dropCoupon}
            onClose={() => page.setCouponOpen(false)}
          />
        </>
      }
    >
      {quote.state === 'failed' ? (
        <ErrorState
          problem={quote.problem}
          title={text.checkout.failedTitle}
          unchanged={text.checkout.failedUnchanged}
          again={() => void quote.again()}
        />
      ) : null}
      {quote.state === 'loading' && !page.address ? <CheckoutBones /> : null}
      {quote.state !== 'failed' ? <AddressCard page={page} /> : null}
      {quote.data ? <Goods quote={quote.data} page={page} /> : null}
      {quote.data ? <Sums quote={quote.data} page={page} /> : null}
      {page.problem ? (
        <View className="checkout__problem">{text.states.toast(page.problem.kind, page.problem.detail)}</View>
      ) : null}
    </Page>
  );
}

type CheckoutState = ReturnType<typeof useCheckout>;

function PayFoot({ page }: { page: CheckoutState }) {
  const text = useText();
  const { quote } = page;
  if (!page.isOnline) return <ActionButton words={text.checkout.offline} isDisabled />;
  if (!quote.data) return <ActionButton words={text.checkout.pay} isDisabled />;
  const problem = quote.data.lines.find((line) => line.problem)?.problem;
  if (!quote.data.canBuy) return <ActionButton words={problem ?? text.product.soldOut} isDisabled />;
  if (!page.address) return <ActionButton words={text.checkout.addressFirst} onTap={() => page.setAddressOpen(true)} />;
  return (
    <ActionButton
      words={page.isBusy ? text.checkout.paying : text.checkout.pay}
      amount={page.isBusy ? undefined : quote.data.total}
      isBusy={page.isBusy}
      onTap={() => void page.submit()}
    />
  );
}

function AddressCard({ page }: { page: CheckoutState }) {
  const text = useText();
  const { address } = page;
  return (
    <Tap className="card address" onTap={() => page.setAddressOpen(true)} label={text.checkout.address}>
      <Icon name="pin-deep" size={44} />
      <View className="address__body">
        {address ? (
          <>
            <View className="address__who">
              {address.name} <Text className="address__phone num">{address.phone}</Text>
            </View>
            <View className="address__where">{`${address.region} ${address.detail}`}</View>
          </>
        ) : (
          <Text className="address__who">{text.checkout.addAddress}</Text>
        )}
      </View>
      <Icon name="right-ink3" size={28} />
    </Tap>
  );
}

function Goods({ quote, page }: { quote: Quote; page: CheckoutState }) {
  const text = useText();
  return (
    <Card>
      {quote.lines.map((line) => (
        <View key={line.sku} className="goods-line">
          <Picture className="goods-line__picture" src={line.image} />
          <View className="goods-line__body">
            <View className="goods-line__name">{line.name}</View>
            <View className="goods-line__foot">
              <Money value={line.price} size="note" />
              <Stepper value={page.quantity} onChange={page.setQuantity} label={text.checkout.quantity} />
            </View>
            {line.problem ? <View className="goods-line__problem">{line.problem}</View> : null}
          </View>
        </View>
      ))}
      {quote.recommendedBy ? <View className="goods-line__from">{text.checkout.from(quote.recommendedBy)}</View> : null}
    </Card>
  );
}

function Sums({ quote, page }: { quote: Quote; page: CheckoutState }) {
  const text = useText();
  return (
    <Card className="card--rows">
      <Cell
        label={text.checkout.coupon}
        aside={page.coupon}
        value={<CouponValue coupon={page.coupon} discount={quote.discount} />}
        onTap={() => page.setCouponOpen(true)}
      />
      {page.goneCoupon ? <View className="checkout__gone">{text.checkout.couponGone(page.goneCoupon)}</View> : null}
      <Cell
        label={text.checkout.note}
        value={
          <Input
            className="checkout__input"
            value={page.remark}
            placeholder={text.checkout.noteHint}
            maxlength={100}
            onInput={(event) => page.setRemark(event.detail.value)}
          />
        }
      />
      <Cell label={text.checkout.goods} value={<Money value={quote.goods} tone="quiet" />} />
      {!page.coupon && isPositive(quote.discount) ? (
        <Cell label={text.checkout.discount} value={<Money value={`-${quote.discount}`} tone="quiet" />} />
      ) : null}
      <Cell
        label={text.checkout.shipping}
        value={isZero(quote.shipping) ? text.checkout.shippingFree : <Money value={quote.shipping} tone="quiet" />}
      />
      <View className="checkout__total">
        <Text className="checkout__total-label">{text.checkout.total}</Text>
        <Money value={quote.total} size="s" />
      </View>
    </Card>
  );
}

/** What the coupon takes off; one without a discount only says that it counts. */
function CouponValue({ coupon, discount }: { coupon: string; discount: string }) {
  const text = useText();
  if (!coupon) return <Text className="checkout__quiet">{text.checkout.couponEnter}</Text>;
  if (isPositive(discount)) return <Money value={`-${discount}`} />;
  return <Text className="checkout__quiet">{text.checkout.couponKept}</Text>;
}

function CheckoutBones() {
  return (
    <View>
      <View className="card">
        <Bone w="60%" h={36} />
        <Bone w="88%" h={30} className="bones-gap" />
      </View>
      <RowBones count={1} />
    </View>
  );
}
