import { View } from '@tarojs/components';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { dayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { useAgreement } from './use-agreement';
import './index.scss';

/** A line that begins a part: 「一、加入」, `1. Joining`. */
const HEADING = /^(?:[一二三四五六七八九十]+、|\d+\.\s)/;

export default function AgreementPage() {
  const { agreement } = useAgreement();
  const text = useText();
  const calendar = useCalendar();
  const data = agreement.data;
  return (
    <Page hasBack backLabel={text.common.back} title={data?.title ?? ''} tone="card" className="agreement-page">
      {agreement.state === 'loading' ? (
        <View className="agreement">
          {['92%', '84%', '96%', '60%', '88%', '76%'].map((width) => (
            <Bone key={width} w={width} h={32} className="bones-gap" />
          ))}
        </View>
      ) : null}
      {agreement.state === 'failed' ? (
        <ErrorState
          problem={agreement.problem}
          title={text.agreements.failedTitle}
          unchanged={text.agreements.failedUnchanged}
          again={() => void agreement.again()}
        />
      ) : null}
      {data ? (
        <View className="agreement">
          <View className="agreement__version">{`${text.agreements.version(String(data.version))}·${dayText(data.since, calendar)}`}</View>
          {data.text.split('\n').map((line, index) => (
            <View
              key={index}
              className={HEADING.test(line) ? 'agreement__line agreement__line--head' : 'agreement__line'}
            >
              {line}
            </View>
          ))}
        </View>
      ) : null}
    </Page>
  );
}
