import { Text, View } from '@tarojs/components';
import type { Me } from '@/features/identity/api';
import { Avatar } from '@/kit/avatar';
import { Cell } from '@/kit/cells';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';

/** Everything else, one row each. */
export function MeMenu({ me }: { me: Me }) {
  const text = useText();
  const { promoter } = me;
  return (
    <View className="card menu">
      {promoter ? <Cell icon="chart-ink2" label={text.plan.title} onTap={() => open('plan')} /> : null}
      {promoter ? (
        <Cell
          icon="people-ink2"
          label={text.me.partners}
          value={<Partners partners={promoter.partners} />}
          onTap={() => open('partners')}
        />
      ) : null}
      <Cell
        icon="bell-ink2"
        label={text.me.messages}
        value={me.unread > 0 ? <Text className="menu__badge">{me.unread > 99 ? '99+' : me.unread}</Text> : null}
        onTap={() => open('messages')}
      />
      {promoter ? <Cell icon="card-ink2" label={text.me.payouts} onTap={() => open('payouts')} /> : null}
      <Cell icon="bag-ink2" label={text.me.orders} onTap={() => open('orders', {})} />
      <Cell icon="doc-ink2" label={text.me.agreements} onTap={() => open('agreements')} />
      <Cell icon="chat-ink2" label={text.me.feedback} onTap={() => open('feedback', {})} />
      <Cell icon="gear-ink2" label={text.me.settings} onTap={() => open('settings')} />
    </View>
  );
}

function Partners({ partners }: { partners: NonNullable<Me['promoter']>['partners'] }) {
  const text = useText();
  return (
    <View className="menu__partners">
      {partners.avatars.slice(0, 3).map((src, index) => (
        <Avatar key={`${src}${index}`} name="" src={src} size={44} className="menu__face" />
      ))}
      <Text>{text.me.people(partners.count)}</Text>
    </View>
  );
}
