import { answer, type Options, type Surroundings, type WxPart } from './surroundings';

type Way = Options & { readonly url: string; readonly delta?: number };

/** The stack of pages, moved by the app. */
export function navigation({ navigator }: Surroundings): WxPart {
  const by = (name: 'navigateTo' | 'redirectTo' | 'switchTab' | 'reLaunch') => (options: Way) =>
    void answer(name, options, async () => {
      await navigator[name](options.url);
      return {};
    });
  return {
    navigateTo: by('navigateTo'),
    redirectTo: by('redirectTo'),
    switchTab: by('switchTab'),
    reLaunch: by('reLaunch'),
    navigateBack: (options: Way = { url: '' }) =>
      void answer('navigateBack', options, async () => {
        await navigator.navigateBack(options.delta ?? 1);
        return {};
      }),
    setNavigationBarTitle: (options: Options) => void answer('setNavigationBarTitle', options, () => ({})),
  };
}
