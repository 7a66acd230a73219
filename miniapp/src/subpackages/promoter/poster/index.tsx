import { Canvas, Image, View } from '@tarojs/components';
import { ActionButton } from '@/kit/button';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { useText } from '@/lib/i18n';
import { POSTER_CANVAS, usePoster } from './use-poster';
import './index.scss';

export default function PosterPage() {
  const { picture, problem, draw, save } = usePoster();
  const text = useText();
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.poster.title}
      foot={
        <ActionButton
          words={picture || problem ? text.poster.save : text.poster.drawing}
          isDisabled={!picture}
          onTap={() => void save()}
        />
      }
    >
      {problem ? (
        <ErrorState
          problem={problem}
          title={text.poster.failedTitle}
          unchanged={text.poster.failedUnchanged}
          again={() => void draw()}
        />
      ) : null}
      {problem ? null : (
        <View className="poster">
          {picture ? (
            <Image className="poster__picture" src={picture} mode="widthFix" showMenuByLongpress />
          ) : (
            <Bone w={614} h={1092} r={24} />
          )}
        </View>
      )}
      {process.env.TARO_ENV === 'h5' ? null : (
        <Canvas type="2d" id={POSTER_CANVAS} canvasId={POSTER_CANVAS} className="poster__canvas" />
      )}
    </Page>
  );
}
