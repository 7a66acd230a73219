import { Swiper, SwiperItem, View } from '@tarojs/components';
import { useState } from 'react';
import { Picture } from '@/kit/picture';

/** The product's pictures, one after the other, running on under the navigation bar. */
export function Gallery({ pictures }: { pictures: readonly (string | null)[] }) {
  const [shown, setShown] = useState(0);
  if (pictures.length < 2) return <Picture className="gallery" src={pictures[0]} />;
  return (
    <View className="gallery">
      <Swiper className="gallery__swiper" circular onChange={(event) => setShown(event.detail.current)}>
        {pictures.map((src, index) => (
          <SwiperItem key={index}>
            <Picture className="gallery__picture" src={src} />
          </SwiperItem>
        ))}
      </Swiper>
      <View className="gallery__count">{`${shown + 1} / ${pictures.length}`}</View>
    </View>
  );
}
