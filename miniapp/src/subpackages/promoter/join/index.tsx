import { Image, Input, Text, View } from '@tarojs/components';
import type { JoinPage as JoinAnswer } from '@/features/promoters/api';
import { assetPath } from '@/kit/asset-path';
import { Avatar } from '@/kit/avatar';
import { ActionButton } from '@/kit/button';
import { Cell } from '@/kit/cells';
import { cx } from '@/kit/cx';
import { Icon, type IconName } from '@/kit/icon';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { platform } from '@/lib/platform';
import { useJoin } from './use-join';
import './index.scss';

type Join = ReturnType<typeof useJoin>;

export default function JoinPage() {
  const join = useJoin();
  const { page } = join;
  const text = useText();
  const data = page.data;
  return (
    <Page
      isFootPlain
      hasBack
      backLabel={text.common.back}
      isOver={Boolean(data)}
      tone={data ? 'card' : 'paper'}
      foot={data ? <JoinFoot join={join} data={data} /> : undefined}
      footHeight="tall"
    >
      {page.state === 'loading' ? <JoinBones /> : null}
      {page.state === 'failed' ? (
        <ErrorState
          problem={page.problem}
          title={text.join.failedTitle}
          unchanged={text.join.failedUnchanged}
          again={() => void page.again()}
        />
      ) : null}
      {data ? <JoinBody join={join} data={data} /> : null}
    </Page>
  );
}

function JoinBody({ join, data }: { join: Join; data: JoinAnswer }) {
  const text = useText();
  const inviter = data.inviter ?? join.invitedBy;
  return (
    <View>
      <Image className="join__art" src={assetPath('art/join.svg')} mode="aspectFill" />
      <View className="join">
        <View className="join__title">{text.join.title(data.shop.name)}</View>
        <View className="join__words">{text.join.words}</View>
        <Point icon="wallet-deep" title={text.join.howMuch} words={data.howMuch} />
        <Point icon="clock-deep" title={text.join.when} words={data.when} />
        <Point icon="leaf-deep" title={text.join.first} words={data.first} />

        <View className="join__form">
          <Cell
            label={text.join.name}
            value={
              <View className="join__name">
                {join.me.data?.member.avatar ? (
                  <Avatar name={join.name} src={join.me.data.member.avatar} size={48} />
                ) : null}
                <Input
                  className="join__input"
                  type={platform.kind === 'weapp' ? 'nickname' : 'text'}
                  value={join.name}
                  placeholder={text.join.nameHint}
                  maxlength={20}
                  onInput={(event) => join.setName(event.detail.value)}
                />
              </View>
            }
          />
          <Cell
            label={text.join.phone}
            value={
              <Text className={cx(!join.hasPhone && 'join__quiet')}>
                {join.me.data?.member.phone ?? text.join.phoneHint}
              </Text>
            }
          />
          <Cell
            label={text.join.inviter}
            value={<Text className={cx(!inviter && 'join__quiet')}>{inviter?.name ?? text.join.noInviter}</Text>}
          />
        </View>
        {data.requirements.length > 0 ? (
          <View className="join__needs">
            {text.join.needs(data.requirements.map((each) => each.text).join(text.common.listComma))}
          </View>
        ) : null}
      </View>
    </View>
  );
}

function Point({ icon, title, words }: { icon: IconName; title: string; words: string }) {
  return (
    <View className="point">
      <View className="point__tile">
        <Icon name={icon} size={44} />
      </View>
      <View className="point__body">
        <View className="point__title">{title}</View>
        {words ? <View className="point__words">{words}</View> : null}
      </View>
    </View>
  );
}

/** The tick and the one button. Before everything is there the button only says what is missing: the phone is not asked for in vain. */
function JoinFoot({ join, data }: { join: Join; data: JoinAnswer }) {
  const text = useText();
  const asksPhone = !join.missing && !join.hasPhone && platform.phoneOpenType;
  return (
    <View>
      {join.problem ? (
        <View className="join-foot__problem">{text.states.toast(join.problem.kind, join.problem.detail)}</View>
      ) : null}
      <View className="join-foot__agree">
        <Tap className="join-foot__tick-tap" onTap={() => join.setAgreed(!join.hasAgreed)} label={text.join.agree}>
          <View className={cx('join-foot__tick', join.hasAgreed && 'join-foot__tick--on')}>
            {join.hasAgreed ? <Icon name="check-white" size={24} /> : null}
          </View>
          <Text className="join-foot__words">{text.join.agree}</Text>
        </Tap>
        {data.agreements.map(({ kind, title }, index) => (
          <View key={kind} className="join-foot__doc">
            {index > 0 ? <Text className="join-foot__words">{text.join.and}</Text> : null}
            <Tap className="join-foot__link" onTap={() => open('agreement', { kind })}>
              {text.join.document(title)}
            </Tap>
          </View>
        ))}
      </View>
      <ActionButton
        words={join.isOnline ? text.join.submit : text.join.offline}
        isDisabled={!join.isOnline}
        isBusy={join.isBusy}
        openType={asksPhone ? platform.phoneOpenType : undefined}
        onPhone={asksPhone ? (detail) => void join.submit(detail) : undefined}
        onTap={asksPhone ? undefined : () => void join.submit(null)}
      />
    </View>
  );
}

function JoinBones() {
  return (
    <View className="join-bones">
      <Bone w="100%" h={400} r={0} />
      <View className="join">
        <Bone w="64%" h={60} />
        <Bone w="80%" h={32} className="bones-gap" />
        <Bone w="100%" h={300} className="bones-gap-l" />
      </View>
    </View>
  );
}
