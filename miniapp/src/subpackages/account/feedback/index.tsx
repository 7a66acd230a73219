import { Text, View } from '@tarojs/components';
import { ActionButton } from '@/kit/button';
import { Card, Note } from '@/kit/cells';
import { Page } from '@/kit/page';
import { useText } from '@/lib/i18n';
import { useFeedback } from './use-feedback';
import './index.scss';

export default function FeedbackPage() {
  const { contact, copy, openType } = useFeedback();
  const text = useText();
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.feedback.title}
      foot={contact ? <ActionButton words={text.feedback.copy} onTap={copy} /> : undefined}
    >
      <Card className="feedback">
        <Text className="feedback__label">{text.feedback.contact}</Text>
        <View className="feedback__contact">{contact || text.feedback.none}</View>
        <View className="feedback__words">{text.feedback.words}</View>
      </Card>
      {openType ? (
        <View className="feedback__wechat">
          <ActionButton look="outline" words={text.feedback.wechat} openType={openType} />
        </View>
      ) : null}
      <Note className="feedback__note">{text.feedback.note}</Note>
    </Page>
  );
}
