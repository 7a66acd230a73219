import { Input, Text, View } from '@tarojs/components';
import { useEffect, useState } from 'react';
import { TwoActions } from '@/kit/button/two-actions';
import { Sheet } from '@/kit/sheet';
import { useText } from '@/lib/i18n';
import { toMinor } from '@/lib/money';
import './price-filter.scss';

export interface PriceFilterProps {
  isOpen: boolean;
  from: string;
  to: string;
  onClose: () => void;
  onChoose: (range: { priceFrom: string; priceTo: string }) => void;
}

/** What is not an amount is left out rather than complained about: it is only a filter. */
const clean = (value: string): string => (toMinor(value, 2) === null ? '' : value.trim().replace(/\.$/, ''));

export function PriceFilter({ isOpen, from, to, onClose, onChoose }: PriceFilterProps) {
  const text = useText();
  const [low, setLow] = useState(from);
  const [high, setHigh] = useState(to);
  useEffect(() => {
    setLow(from);
    setHigh(to);
  }, [from, to]);
  const choose = (priceFrom: string, priceTo: string) => {
    onChoose({ priceFrom: clean(priceFrom), priceTo: clean(priceTo) });
    onClose();
  };
  return (
    <Sheet isOpen={isOpen} title={text.products.filter} onClose={onClose}>
      <Text className="price-filter__label">{text.products.price}</Text>
      <View className="price-filter__row">
        <Input
          className="price-filter__input"
          type="digit"
          value={low}
          placeholder={text.products.priceFrom}
          onInput={(event) => setLow(event.detail.value)}
        />
        <View className="price-filter__dash" />
        <Input
          className="price-filter__input"
          type="digit"
          value={high}
          placeholder={text.products.priceTo}
          onInput={(event) => setHigh(event.detail.value)}
        />
      </View>
      <TwoActions
        second={{ words: text.products.clear, onTap: () => choose('', '') }}
        first={{ words: text.common.done, onTap: () => choose(low, high) }}
      />
    </Sheet>
  );
}
