import Taro from '@tarojs/taro';
import { tellTouch } from './features/attribution/api';
import { openSession, readMe } from './features/identity/api';
import { learnNow } from './lib/clock';
import { textNow } from './lib/i18n';
import { merchantSlug } from './lib/merchant';
import { watchNetwork } from './lib/network';
import { type Entry, platform } from './lib/platform';
import { drawPhoneFrame } from './lib/platform/h5-frame';
import { enableKeys } from './lib/platform/h5-keys';
import { createPushLine } from './lib/push';
import { invalidate, invalidateAll, refresh } from './lib/query/query-cache';
import { MOMENTS_SCENE, noteEntry } from './lib/referrer';
import { installSession } from './lib/session';
import { scopeStorage } from './lib/storage';
import { instantOf } from './lib/zone';
import { touchedBy } from './push-topics';

export interface AppLife {
  launched(): void;
  shown(): void;
  hidden(): void;
}

/** Puts the parts together, once: platform, session, push, and what every way into the app sets going. */
export function startApp(): AppLife {
  drawPhoneFrame();
  enableKeys();
  scopeStorage(platform.actor());
  let scene = 0;
  installSession({
    merchant: merchantSlug(),
    actor: platform.actor,
    open: openSession,
    isClosed: () => scene === MOMENTS_SCENE,
  });
  const line = createPushLine((message) => {
    const topics = touchedBy(message);
    if (message.event === 'hello') learnNow(instantOf(message.at));
    if (topics === 'all') invalidateAll();
    else if (topics.length > 0) invalidate(...topics);
  });
  const enter = (entry: Entry) => {
    scene = entry.scene;
    if (noteEntry(entry)) void tellTouch().then((touch) => touch && invalidate('me', 'product'));
  };
  return {
    launched() {
      watchNetwork();
      enter(platform.entry());
      platform.onEntry(enter);
      platform.watchUpdates(askToRestart);
      if (scene !== MOMENTS_SCENE) void refresh('me', readMe, true, Date.now).then(tellTouch);
    },
    shown() {
      if (scene !== MOMENTS_SCENE) line.start();
    },
    hidden: () => line.stop(),
  };
}

function askToRestart(restart: () => void): void {
  const { title, words, restart: yes, later } = textNow().common.updateReady;
  void Taro.showModal({ title, content: words, confirmText: yes, cancelText: later }).then(
    ({ confirm }) => confirm && restart(),
  );
}
