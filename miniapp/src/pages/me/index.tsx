import { Text, View } from '@tarojs/components';
import type { Me } from '@/features/identity/api';
import { LevelCard } from '@/features/promoters/level-card';
import { Avatar } from '@/kit/avatar';
import { Icon } from '@/kit/icon';
import { Page } from '@/kit/page';
import { ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { grouped } from '@/lib/money';
import { open } from '@/lib/navigation';
import { GuestCard } from './guest-card';
import { InviteSheet } from './invite-sheet';
import { MeBones } from './me-bones';
import { MeMenu } from './me-menu';
import { useMePage } from './use-me-page';
import './index.scss';

export default function MePage() {
  const page = useMePage();
  const { me } = page;
  const text = useText();
  return (
    <Page
      isTab
      dataAt={me.at}
      over={
        <InviteSheet isOpen={page.isCodeOpen} invitation={page.invitation} onClose={() => page.setCodeOpen(false)} />
      }
    >
      {me.state === 'loading' ? <MeBones /> : null}
      {me.state === 'failed' ? (
        <ErrorState
          problem={me.problem}
          title={text.me.failedTitle}
          unchanged={text.me.failedUnchanged}
          again={() => void me.again()}
        />
      ) : null}
      {me.data ? <MeBody me={me.data} onCode={() => page.setCodeOpen(true)} /> : null}
    </Page>
  );
}

function MeBody({ me, onCode }: { me: Me; onCode: () => void }) {
  const text = useText();
  const { promoter } = me;
  return (
    <View>
      <Head me={me} onCode={onCode} />
      {promoter && promoter.status !== 'active' ? <View className="me__suspended">{text.me.suspended}</View> : null}
      {promoter ? <LevelCard promoter={promoter} /> : <GuestCard application={me.application.status} />}
      {promoter ? <Funnel month={promoter.month} /> : null}
      <MeMenu me={me} />
    </View>
  );
}

function Head({ me, onCode }: { me: Me; onCode: () => void }) {
  const text = useText();
  const known = me.promoter?.name || me.member.name || '';
  return (
    <View className="me-head">
      <Avatar name={known} src={me.member.avatar} size={116} />
      <View className="me-head__words">
        <View className="me-head__name">{known || text.me.guestName}</View>
        {me.promoter ? <View className="me-head__code">{text.me.code(me.promoter.code)}</View> : null}
      </View>
      {me.promoter ? (
        <Tap className="me-head__tap" onTap={onCode} label={text.me.myCodeTitle}>
          <View className="me-head__pill">
            <Icon name="code-ink" size={32} />
            <Text className="me-head__pill-word">{text.me.myCode}</Text>
          </View>
        </Tap>
      ) : null}
    </View>
  );
}

/** Share, open, sale, return: this month's way of what was shared. */
function Funnel({ month }: { month: NonNullable<Me['promoter']>['month'] }) {
  const text = useText();
  const steps = ['shares', 'opens', 'orders', 'refunds'] as const;
  return (
    <Tap className="card funnel" onTap={() => open('performance')} label={text.me.performance}>
      {steps.map((step, index) => (
        <View key={step} className="funnel__step">
          {index > 0 ? <Icon name="right-bud" size={26} className="funnel__arrow" /> : null}
          <View className="funnel__figure">
            <Text className="funnel__count num">{grouped(month[step])}</Text>
            <Text className="funnel__word">{text.me.funnel[step]}</Text>
          </View>
        </View>
      ))}
    </Tap>
  );
}
