import { Text, View } from '@tarojs/components';
import type { Message } from '@/features/messaging/api';
import { Icon, type IconName } from '@/kit/icon';
import { ListEnd } from '@/kit/list-end';
import { Page } from '@/kit/page';
import { RowBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { agoText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { useMessages } from './use-messages';
import './index.scss';

const ICONS: Record<Message['kind'], IconName> = {
  application: 'people-deep',
  commission: 'wallet-deep',
  payout: 'bell-deep',
  level: 'leaf-deep',
  order: 'bag-deep',
};

export default function MessagesPage() {
  const { list, follow } = useMessages();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.messages.title} dataAt={list.at}>
      {list.state === 'loading' ? <RowBones /> : null}
      {list.state === 'failed' ? (
        <ErrorState
          problem={list.problem}
          title={text.messages.failedTitle}
          unchanged={text.messages.failedUnchanged}
          again={() => void list.again()}
        />
      ) : null}
      {list.isEmpty ? <EmptyState title={text.messages.emptyTitle} words={text.messages.emptyWords} /> : null}
      {list.items.length > 0 ? (
        <View className="messages">
          {list.items.map((message) => (
            <MessageRow key={message.id} message={message} onOpen={() => follow(message)} />
          ))}
        </View>
      ) : null}
      <ListEnd list={list} />
    </Page>
  );
}

function MessageRow({ message, onOpen }: { message: Message; onOpen: () => void }) {
  const calendar = useCalendar();
  return (
    <Tap className="message" onTap={message.link ? onOpen : undefined} label={message.title}>
      <View className="message__tile">
        <Icon name={ICONS[message.kind] ?? 'bell-deep'} size={40} />
        {message.read ? null : <View className="message__dot" />}
      </View>
      <View className="message__body">
        <View className="message__head">
          <View className="message__title">{message.title}</View>
          <Text className="message__when">{agoText(message.at, calendar)}</Text>
        </View>
        <View className="message__text">{message.text}</View>
      </View>
    </Tap>
  );
}
