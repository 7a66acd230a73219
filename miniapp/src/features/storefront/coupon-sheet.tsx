import { Input, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ActionButton } from '@/kit/button';
import { cx } from '@/kit/cx';
import { Sheet } from '@/kit/sheet';
import { useText } from '@/lib/i18n';
import './coupon-sheet.scss';

export interface CouponSheetProps {
  isOpen: boolean;
  /** The code in use; empty where none is. */
  code: string;
  /** Why the code that was tried does not do. */
  refusal: string | null;
  isBusy: boolean;
  onTry: (code: string) => void;
  /** The code was changed: what was said about the one before is no longer true. */
  onEdit: () => void;
  onDrop: () => void;
  onClose: () => void;
}

/** A coupon's code: it is tried at once, and what is wrong with it stands under it. */
export function CouponSheet({ isOpen, code, refusal, isBusy, onTry, onEdit, onDrop, onClose }: CouponSheetProps) {
  const text = useText();
  const [draft, setDraft] = useState(code);
  useEffect(() => {
    if (isOpen) setDraft(code);
  }, [isOpen, code]);
  // Codes are told apart without their case; the order shows them as merchants write them.
  const typed = draft.trim().toUpperCase();
  return (
    <Sheet isOpen={isOpen} title={text.checkout.coupon} onClose={onClose}>
      <View className="coupon-field">
        <Input
          className="coupon-field__input"
          value={draft}
          placeholder={text.checkout.couponHint}
          maxlength={64}
          confirmType="done"
          onInput={(event) => {
            setDraft(event.detail.value);
            onEdit();
          }}
        />
      </View>
      <View className={cx('coupon-field__said', refusal !== null && 'coupon-field__said--refused')}>
        {refusal ?? text.checkout.couponNote}
      </View>
      <ActionButton
        words={typed ? text.checkout.couponUse : text.checkout.couponEmpty}
        isDisabled={!typed}
        isBusy={isBusy}
        onTap={() => onTry(typed)}
      />
      {code ? (
        <View className="coupon-field__drop">
          <ActionButton look="tint" words={text.checkout.couponDrop} onTap={onDrop} />
        </View>
      ) : null}
    </Sheet>
  );
}
