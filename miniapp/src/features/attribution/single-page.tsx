import { View } from '@tarojs/components';
import { Picture } from '@/kit/picture';
import { useText } from '@/lib/i18n';
import './single-page.scss';

/** Inside Moments: the picture and the name, and where to go for the rest. */
export function SinglePage({ title, image }: { title: string; image: string | null }) {
  const text = useText();
  return (
    <View className="single-page">
      <Picture className="single-page__picture" src={image} />
      <View className="single-page__title">{title}</View>
      <View className="single-page__words">{text.common.singlePage}</View>
    </View>
  );
}
