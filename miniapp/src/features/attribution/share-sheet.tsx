import { Image, Text, Textarea, View } from '@tarojs/components';
import { useState } from 'react';
import { ActionButton } from '@/kit/button';
import { Icon, type IconName } from '@/kit/icon';
import { Money } from '@/kit/money';
import { Picture } from '@/kit/picture';
import { Sheet } from '@/kit/sheet';
import { Bone } from '@/kit/skeleton';
import { ErrorState } from '@/kit/states';
import { Tap } from '@/kit/tap';
import { useText } from '@/lib/i18n';
import type { ShareAnswer } from './api';
import type { ShareSubject } from './model';
import type { ShareSheetState } from './use-share-sheet';
import './share-sheet.scss';

/** The card as the friend will see it, my words, what I earn, and the ways to send it. */
export function ShareSheet({ state }: { state: ShareSheetState }) {
  const text = useText();
  const titles = { card: text.share.title, code: text.share.codeTitle, moments: text.share.momentsTitle };
  return (
    <Sheet isOpen={state.isOpen} title={titles[state.mode]} onClose={state.close}>
      <ShareBody state={state} />
    </Sheet>
  );
}

function ShareBody({ state }: { state: ShareSheetState }) {
  const text = useText();
  if (state.mode === 'moments') return <MomentsBody />;
  if (state.mode === 'code') return <CodeBody state={state} />;
  if (state.problem && !state.share)
    return <ErrorState problem={state.problem} title={text.share.failed} unchanged="" again={state.again} />;
  if (!state.share || !state.subject) return <ShareBones />;
  return (
    <View>
      <View className="share__box">
        <CardPreview share={state.share} subject={state.subject} />
        <WordsPanel state={state} earn={state.subject.earn} canChange={state.share.suggestions.length > 1} />
      </View>
      <WaysRow state={state} />
      <ActionButton words={text.share.send} icon="chat-white" openType={state.sendOpenType} onTap={state.send} />
    </View>
  );
}

function CardPreview({ share, subject }: { share: ShareAnswer; subject: ShareSubject }) {
  const text = useText();
  return (
    <View className="share__card">
      <View className="share__shop">
        {share.shop.logo ? (
          <Picture className="share__logo" src={share.shop.logo} />
        ) : (
          <View className="share__logo share__logo--leaf">
            <Icon name="leaf-white" size={20} />
          </View>
        )}
        <Text className="share__shop-name">{share.shop.name}</Text>
      </View>
      <View className="share__title">{share.title}</View>
      <Picture className="share__picture" src={share.image ?? subject.image} />
      <View className="share__app">
        <Icon name="link-ink3" size={22} />
        <Text className="share__app-word">{text.share.miniProgram}</Text>
      </View>
    </View>
  );
}

function WordsPanel({ state, earn, canChange }: { state: ShareSheetState; earn: string | null; canChange: boolean }) {
  const text = useText();
  const [draft, setDraft] = useState<string | null>(null);
  const isEditing = draft !== null;
  const toggle = () => {
    if (draft !== null) state.setWords(draft.trim());
    setDraft(draft === null ? state.words : null);
  };
  return (
    <View className="share__side">
      <View className="share__label-row">
        <Text className="share__label">{text.share.myWords}</Text>
        <Tap className="share__small" onTap={toggle}>
          <Text>{isEditing ? text.common.done : text.share.edit}</Text>
        </Tap>
      </View>
      {isEditing ? (
        <Textarea
          className="share__input"
          value={draft}
          maxlength={60}
          autoFocus
          placeholder={text.share.wordsHint}
          onInput={(event) => setDraft(event.detail.value)}
        />
      ) : (
        <View className="share__words">{state.words || text.share.wordsHint}</View>
      )}
      {!isEditing && canChange ? (
        <Tap className="share__another" onTap={state.nextWords}>
          <Icon name="refresh-deep" size={30} />
          <Text className="share__another-word">{text.share.another}</Text>
        </Tap>
      ) : null}
      {earn ? (
        <View className="share__earn">
          <Text className="share__label">{text.share.willEarn}</Text>
          <Money value={earn} size="s" tone="take" />
          <Text className="share__unseen">{text.share.unseen}</Text>
        </View>
      ) : null}
    </View>
  );
}

function WaysRow({ state }: { state: ShareSheetState }) {
  const text = useText();
  const poster = { icon: 'poster-ink' as const, label: text.share.poster, onTap: state.openPoster };
  const ways: { icon: IconName; label: string; onTap: () => void }[] = [
    { icon: 'moments-ink', label: text.share.moments, onTap: () => state.show('moments') },
    // A poster shows one product.
    ...(state.subject?.sku ? [poster] : []),
    { icon: 'code-ink', label: text.share.code, onTap: () => state.show('code') },
    { icon: 'link-ink', label: text.share.copyLink, onTap: () => void state.copyLink() },
  ];
  return (
    <View className="share__ways">
      {ways.map((way) => (
        <Tap key={way.label} className="share__way" onTap={way.onTap} label={way.label}>
          <View className="share__tile">
            <Icon name={way.icon} size={50} />
          </View>
          <Text className="share__way-word">{way.label}</Text>
        </Tap>
      ))}
    </View>
  );
}

function CodeBody({ state }: { state: ShareSheetState }) {
  const text = useText();
  return (
    <View className="share__code">
      {state.codePicture ? (
        <Image className="share__code-image" src={state.codePicture} mode="aspectFit" showMenuByLongpress />
      ) : (
        <Bone w={430} h={430} r={215} />
      )}
      <Text className="share__code-words">
        {state.subject?.sku ? text.share.codeWords : text.share.codeWordsCampaign}
      </Text>
      <ActionButton words={text.share.saveCode} isDisabled={!state.codePicture} onTap={() => void state.saveCode()} />
    </View>
  );
}

function MomentsBody() {
  const text = useText();
  return (
    <View className="share__moments">
      {text.share.momentsSteps.map((step, index) => (
        <View key={step} className="share__step">
          <Text className="share__step-number">{index + 1}</Text>
          <Text className="share__step-words">{step}</Text>
        </View>
      ))}
      <View className="share__moments-note">{text.share.momentsNote}</View>
    </View>
  );
}

function ShareBones() {
  return (
    <View>
      <Bone w="100%" h={576} r={28} />
      <Bone w="100%" h={170} className="bones-gap-l" />
      <Bone w="100%" h={96} r={48} className="bones-gap-l" />
    </View>
  );
}
