import { Input, Text, Textarea, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { ActionButton } from '@/kit/button';
import { Link } from '@/kit/button/link';
import { Sheet } from '@/kit/sheet';
import { useText } from '@/lib/i18n';
import { platform } from '@/lib/platform';
import { faultOf } from './address';
import type { AddressFields } from './model';
import './address-sheet.scss';

const NONE: AddressFields = { name: '', phone: '', region: '', detail: '' };

export interface AddressSheetProps {
  isOpen: boolean;
  first: AddressFields | null;
  onClose: () => void;
  onSave: (fields: AddressFields) => void;
}

/** Where it goes: typed in, or taken from WeChat's own addresses. */
export function AddressSheet({ isOpen, first, onClose, onSave }: AddressSheetProps) {
  const text = useText();
  const [fields, setFields] = useState<AddressFields>(first ?? NONE);
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (isOpen) setFields(first ?? NONE);
    setShown(false);
  }, [isOpen, first]);
  const fault = faultOf(fields);
  const set = (part: Partial<AddressFields>) => setFields({ ...fields, ...part });
  const fromWechat = async () => {
    const chosen = await platform.chooseAddress();
    if (chosen)
      set({
        name: chosen.name,
        phone: chosen.phone,
        region: [chosen.province, chosen.city, chosen.district].join(' '),
        detail: chosen.detail,
      });
  };
  return (
    <Sheet isOpen={isOpen} title={text.checkout.address} onClose={onClose}>
      {platform.kind === 'weapp' ? (
        <Link words={text.checkout.fromWechat} icon="pin-deep" onTap={() => void fromWechat()} />
      ) : null}
      <Field label={text.checkout.name} value={fields.name} onChange={(name) => set({ name })} />
      <Field label={text.checkout.phone} value={fields.phone} type="number" onChange={(phone) => set({ phone })} />
      <Field
        label={text.checkout.area}
        value={fields.region}
        hint={text.checkout.areaHint}
        onChange={(region) => set({ region })}
      />
      <View className="address-field">
        <Text className="address-field__label">{text.checkout.street}</Text>
        <Textarea
          className="address-field__area"
          value={fields.detail}
          placeholder={text.checkout.streetHint}
          maxlength={120}
          autoHeight
          onInput={(event) => set({ detail: event.detail.value })}
        />
      </View>
      <View className="address-field__fault">{isShown && fault ? text.checkout.invalid[fault] : ''}</View>
      <ActionButton words={text.checkout.saveAddress} onTap={() => (fault ? setShown(true) : onSave(fields))} />
    </Sheet>
  );
}

interface FieldProps {
  label: string;
  value: string;
  hint?: string;
  type?: 'text' | 'number';
  onChange: (value: string) => void;
}

function Field({ label, value, hint, type = 'text', onChange }: FieldProps) {
  return (
    <View className="address-field">
      <Text className="address-field__label">{label}</Text>
      <Input
        className="address-field__input"
        type={type}
        value={value}
        placeholder={hint ?? ''}
        maxlength={60}
        onInput={(event) => onChange(event.detail.value)}
      />
    </View>
  );
}
