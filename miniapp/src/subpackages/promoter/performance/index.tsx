import { Text, View } from '@tarojs/components';
import type { MemberWork } from '@/features/reporting/api';
import { Card, SectionHead } from '@/kit/cells';
import { Chips } from '@/kit/chips';
import { Money } from '@/kit/money';
import { Page } from '@/kit/page';
import { Picture } from '@/kit/picture';
import { Bone } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { grouped } from '@/lib/money';
import { open } from '@/lib/navigation';
import { DayBars } from './day-bars';
import { usePerformance } from './use-performance';
import './index.scss';

export default function PerformancePage() {
  const page = usePerformance();
  const { work, data } = page;
  const text = useText();
  const isBare = data !== undefined && data.orders === 0 && data.opens === 0 && data.shares === 0;
  return (
    <Page hasBack backLabel={text.common.back} title={text.performance.title} dataAt={work.at}>
      <Chips
        choices={(['7', '30'] as const).map((value) => ({ value, label: text.performance.days[value] }))}
        chosen={page.days === 7 ? '7' : '30'}
        onChoose={(value) => page.choose(value === '7' ? 7 : 30)}
      />
      {!data && work.state === 'loading' ? <PerformanceBones /> : null}
      {!data && work.state === 'failed' ? (
        <ErrorState
          problem={work.problem}
          title={text.performance.failedTitle}
          unchanged={text.performance.failedUnchanged}
          again={() => void work.again()}
        />
      ) : null}
      {isBare ? (
        <EmptyState
          title={text.performance.emptyTitle}
          words={text.performance.emptyWords}
          action={{ words: text.earnings.pick, onTap: () => open('products') }}
        />
      ) : null}
      {data && !isBare ? <Figures data={data} page={page} /> : null}
    </Page>
  );
}

function Figures({ data, page }: { data: MemberWork; page: ReturnType<typeof usePerformance> }) {
  const text = useText();
  return (
    <View>
      <View className="performance-head">
        <Text className="performance-head__label">{text.performance.commission}</Text>
        <Money value={data.commission} currency={data.currency} size="xl" />
        <View className="performance-head__sales">
          <Text className="performance-head__label">{text.performance.sales}</Text>
          <Money value={data.sales} currency={data.currency} tone="quiet" />
        </View>
      </View>
      <Card>
        <View className="performance__title">{text.performance.perDay}</View>
        <DayBars data={data} chosen={page.chosen} onChoose={page.setChosen} />
      </Card>
      <View className="card figures">
        {(['shares', 'opens', 'orders'] as const).map((figure) => (
          <View key={figure} className="figures__figure">
            <Text className="figures__count num">{grouped(data[figure])}</Text>
            <Text className="figures__word">{text.performance[figure]}</Text>
          </View>
        ))}
        <View className="figures__figure">
          <Text className="figures__count num">{data.conversion === null ? '–' : `${data.conversion}%`}</Text>
          <Text className="figures__word">{text.performance.conversion}</Text>
        </View>
      </View>
      {data.best.length > 0 ? <SectionHead title={text.performance.best} /> : null}
      {data.best.length > 0 ? (
        <View className="card best">
          {data.best.map((product) => (
            <Tap
              key={product.sku}
              className="best__row"
              onTap={() => open('product', { sku: product.sku })}
              label={product.name}
            >
              <Picture className="best__picture" src={product.image} />
              <View className="best__body">
                <View className="best__name">{product.name}</View>
                <Text className="best__pieces">{text.common.pieces(product.pieces)}</Text>
              </View>
              <Money value={product.commission} currency={data.currency} size="note" />
            </Tap>
          ))}
        </View>
      ) : null}
    </View>
  );
}

function PerformanceBones() {
  return (
    <View>
      <View className="performance-head">
        <Bone w={100} h={30} />
        <Bone w={340} h={96} className="bones-gap" />
      </View>
      <View className="card">
        <Bone w="100%" h={360} />
      </View>
      <View className="card">
        <Bone w="100%" h={96} />
      </View>
    </View>
  );
}
