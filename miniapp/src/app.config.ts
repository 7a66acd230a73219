import { SUBPACKAGES, TAB_PATHS } from './lib/paths';

const tab = (name: keyof typeof TAB_PATHS, text: string) => ({
  pagePath: TAB_PATHS[name],
  text,
  iconPath: `assets/tabs/${name}.png`,
  selectedIconPath: `assets/tabs/${name}-on.png`,
});

export default defineAppConfig({
  pages: Object.values(TAB_PATHS),
  subPackages: Object.entries(SUBPACKAGES).map(([root, pages]) => ({
    root: `subpackages/${root}`,
    pages: Object.values(pages),
  })),
  // The subpackages that the next taps lead to are fetched while somebody looks at the first screen.
  preloadRule: {
    [TAB_PATHS.home]: { network: 'all', packages: ['subpackages/shop', 'subpackages/promoter'] },
    [TAB_PATHS.earnings]: { network: 'all', packages: ['subpackages/account'] },
  },
  window: {
    navigationStyle: 'custom',
    navigationBarTextStyle: 'black',
    backgroundColor: __TOKENS__.paper,
    backgroundTextStyle: 'dark',
  },
  tabBar: {
    color: __TOKENS__.ink2,
    selectedColor: __TOKENS__.accentDeep,
    backgroundColor: __TOKENS__.bar,
    borderStyle: 'white',
    list: [tab('home', '首页'), tab('products', '选品'), tab('earnings', '收益'), tab('me', '我的')],
  },
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['chooseAddress'],
});
