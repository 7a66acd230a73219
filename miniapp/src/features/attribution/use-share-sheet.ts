import Taro, { useShareAppMessage } from '@tarojs/taro';
import { useEffect, useState } from 'react';
import { textNow } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { addressOf } from '@/lib/paths';
import { cardPicture } from '@/lib/picture-url';
import { platform } from '@/lib/platform';
import { codePictureOf, makeShare, type ShareAnswer } from './api';
import type { ShareSubject } from './model';
import { saveRemotePicture } from './save-picture';
import { type ShareState, useShare } from './use-share';

export type ShareMode = 'card' | 'moments' | 'code';

export interface ShareSheetState extends ShareState {
  isOpen: boolean;
  mode: ShareMode;
  subject: ShareSubject | null;
  words: string;
  /** While somebody writes, nothing is made anew; the words hold when the writing ends. */
  setWords: (words: string) => void;
  nextWords: () => void;
  /** WeChat sends by the button's open-type; elsewhere the tap does what can be done. */
  sendOpenType: 'share' | undefined;
  codePicture: string | null;
  show: (mode: ShareMode) => void;
  openFor: (subject: ShareSubject, mode?: ShareMode) => void;
  close: () => void;
  send: () => void;
  openPoster: () => void;
  copyLink: () => Promise<void>;
  saveCode: () => Promise<void>;
}

const isWeapp = platform.kind === 'weapp';

/** The share sheet of a page: what it is open for, my words, and what WeChat asks for when the card is sent. */
export function useShareSheet(): ShareSheetState {
  const [subject, setSubject] = useState<ShareSubject | null>(null);
  const [isOpen, setOpen] = useState(false);
  const [mode, setMode] = useState<ShareMode>('card');
  const [words, setWords] = useState<string | null>(null);
  const [turn, setTurn] = useState(0);
  const about = subject && { sku: subject.sku, campaign: subject.campaign };
  const card = useShare(about && { ...about, channel: 'friend', words });
  const code = useShare(about && mode === 'code' ? { ...about, channel: 'code', words } : null);
  const suggestions = card.share?.suggestions ?? [];
  const shown = words ?? suggestions[0] ?? '';
  useCardOfPage(card.share);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another subject begins with its first words.
  useEffect(() => setTurn(0), [subject]);
  return {
    ...card,
    isOpen,
    mode,
    subject,
    words: shown,
    sendOpenType: isWeapp ? 'share' : undefined,
    codePicture: code.share ? codePictureOf(code.share) : null,
    setWords,
    nextWords() {
      if (suggestions.length === 0) return;
      setTurn(turn + 1);
      setWords(suggestions[(turn + 1) % suggestions.length] ?? null);
    },
    show: setMode,
    openFor(next, first = 'card') {
      if (next.sku !== subject?.sku || next.campaign !== subject?.campaign) setWords(null);
      setSubject(next);
      setMode(first);
      setOpen(true);
    },
    close: () => (mode === 'card' ? setOpen(false) : setMode('card')),
    send() {
      if (!isWeapp && card.share) void platform.copy(card.share.link).then(() => toast(textNow().share.sentInPreview));
      setTimeout(() => setOpen(false), 300);
    },
    openPoster() {
      setOpen(false);
      if (subject?.sku) open('poster', { product: subject.sku, campaign: subject.campaign ?? undefined, words: shown });
    },
    async copyLink() {
      if (!about) return;
      const link = await makeShare({ ...about, channel: 'link', words: shown }).catch(() => null);
      if (!link) return toast(textNow().share.failed);
      await platform.copy(link.link);
      toast(textNow().share.linkCopied);
    },
    async saveCode() {
      if (!code.share) return;
      toast((await saveRemotePicture(codePictureOf(code.share))) ? textNow().poster.saved : textNow().poster.refused);
    },
  };
}

/** What WeChat asks the page for when a card is sent: from the sheet its product, from the menu of the capsule the shop. */
function useCardOfPage(share: ShareAnswer | null): void {
  useShareAppMessage(() => {
    if (!share) return { path: addressOf('home', {}) };
    return { title: share.title, path: share.path, imageUrl: cardPicture(share.image) };
  });
}

function toast(title: string): void {
  void Taro.showToast({ title, icon: 'none', duration: 2000 });
}
