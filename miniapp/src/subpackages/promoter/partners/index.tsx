import { Text, View } from '@tarojs/components';
import type { PartnerRow } from '@/features/hierarchy/api';
import { Avatar } from '@/kit/avatar';
import { Note } from '@/kit/cells';
import { ListEnd } from '@/kit/list-end';
import { Page } from '@/kit/page';
import { RowBones } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { dayText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { usePartners } from './use-partners';
import './index.scss';

export default function PartnersPage() {
  const { list } = usePartners();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.partners.title} dataAt={list.at}>
      {list.state === 'loading' ? <RowBones /> : null}
      {list.state === 'failed' ? (
        <ErrorState
          problem={list.problem}
          title={text.partners.failedTitle}
          unchanged={text.partners.failedUnchanged}
          again={() => void list.again()}
        />
      ) : null}
      {list.isEmpty ? <EmptyState title={text.partners.emptyTitle} words={text.partners.emptyWords} /> : null}
      {list.items.length > 0 ? (
        <>
          <View className="partners">
            {list.items.map((partner, index) => (
              <Partner key={`${partner.name}${partner.joinedAt ?? ''}${index}`} partner={partner} />
            ))}
          </View>
          <Note className="partners__note">{text.partners.note}</Note>
        </>
      ) : null}
      <ListEnd list={list} />
    </Page>
  );
}

function Partner({ partner }: { partner: PartnerRow }) {
  const text = useText();
  const calendar = useCalendar();
  return (
    <View className="partner">
      <Avatar name={partner.name} src={partner.avatar} size={88} />
      <View className="partner__body">
        <View className="partner__name">{partner.name}</View>
        <View className="partner__note">
          {[partner.programmeName, partner.joinedAt ? text.partners.joined(dayText(partner.joinedAt, calendar)) : '']
            .filter(Boolean)
            .join('·')}
        </View>
      </View>
      <Text className="partner__orders">{text.partners.thisMonth(partner.ordersThisMonth)}</Text>
    </View>
  );
}
