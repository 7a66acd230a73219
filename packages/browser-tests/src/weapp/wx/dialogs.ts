import { answer, type Options, quiet, type Surroundings, type WxPart } from './surroundings';

/** What WeChat itself draws over the page: toasts, questions, choices, the tab bar's words. */
export function dialogs({ screen }: Surroundings): WxPart {
  return {
    showToast: (options: Options & { title: string }) => {
      screen.toasts.push(options.title);
      void answer('showToast', options, () => ({}));
    },
    showModal: (options: Options & { title: string; content: string }) => {
      screen.questions.push(`${options.title} ${options.content}`);
      void answer('showModal', options, () => ({ confirm: screen.agrees, cancel: !screen.agrees }));
    },
    showActionSheet: (options: Options & { itemList: string[] }) =>
      void answer('showActionSheet', options, () => {
        screen.choices.push(...options.itemList);
        if (screen.chooses === null) throw new Error('showActionSheet:fail cancel');
        return { tapIndex: screen.chooses };
      }),
    setClipboardData: (options: Options & { data: string }) => {
      screen.clipboard = options.data;
      void answer('setClipboardData', options, () => ({}));
    },
    saveImageToPhotosAlbum: (options: Options & { filePath: string }) => {
      screen.album.push(options.filePath);
      void answer('saveImageToPhotosAlbum', options, () => ({}));
    },
    setTabBarItem: quiet('setTabBarItem'),
    setTabBarBadge: quiet('setTabBarBadge'),
    removeTabBarBadge: quiet('removeTabBarBadge'),
    stopPullDownRefresh: quiet('stopPullDownRefresh'),
  };
}
