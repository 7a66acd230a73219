import type { DemoProduct } from './product';

export const teaProducts: readonly DemoProduct[] = [
  {
    sku: 'TEA-ROUGUI',
    category: 'tea',
    price: '268.00',
    stock: 2400,
    popularity: 20,
    picture: 'products/tea-rougui.svg',
    name: { zh: '武夷肉桂岩茶 礼盒 120 克', en: 'Wuyi Rougui rock tea, gift box 120 g' },
    sellingPoint: { zh: '炭焙·12 泡装', en: 'Charcoal-roasted · 12 brews' },
    specification: { zh: '120 克·12 泡装', en: '120 g · 12 sachets' },
    details: {
      zh: [
        '炭焙三道，果木香里带一点桂皮的辛。',
        '每泡 10 克单独封装，110 毫升盖碗、沸水，前三泡即冲即出。焙火足，怕火味的话放三个月再喝。',
      ],
      en: [
        'Roasted three times over charcoal: fruitwood with a little warmth of cinnamon bark.',
        'Ten grams a sachet for a 110 ml gaiwan and boiling water; pour the first three brews at once. The roast is firm: let it rest three months if you like it softer.',
      ],
    },
  },
  {
    sku: 'TEA-PUER',
    category: 'tea',
    price: '398.00',
    stock: 1300,
    popularity: 12,
    picture: 'products/tea-puer-cake.svg',
    name: { zh: '云南古树普洱 熟饼 357 克', en: 'Yunnan old-tree ripe pu’er cake 357 g' },
    sellingPoint: { zh: '2019 年料·棉纸包', en: '2019 leaf · cotton paper' },
    specification: { zh: '357 克·一饼', en: '357 g · one cake' },
    details: {
      zh: [
        '2019 年春料，勐海发酵，汤色红浓，入口绵。',
        '饼压得不紧，茶针从边上起就好。干燥、避光、离厨房远一点，可以放很多年。',
      ],
      en: [
        'Spring leaf of 2019, fermented in Menghai: a deep red cup that goes down softly.',
        'The cake is pressed loosely, so start from the edge with a pick. Kept dry, dark and away from the kitchen, it lasts for years.',
      ],
    },
  },
  {
    sku: 'TEA-LONGJING',
    category: 'tea',
    price: '398.00',
    stock: 1500,
    popularity: 14,
    picture: 'products/tea-longjing.svg',
    name: { zh: '明前龙井 250 克', en: 'Longjing before Qingming 250 g' },
    sellingPoint: { zh: '手炒·三月底采', en: 'Pan-fired by hand · late March' },
    specification: { zh: '250 克·铁罐', en: '250 g · tin' },
    details: {
      zh: [
        '三月下旬采的一芽一叶，豆香清，回味甜。',
        '85 度左右的水，玻璃杯里看它慢慢沉下去。开罐后放冰箱冷藏，两个月内喝完最好。',
      ],
      en: [
        'One bud and one leaf, picked in late March: a clear scent of beans and a sweet finish.',
        'Water of about 85 °C and a glass, to watch it sink. Once open, keep it in the fridge and drink it within two months.',
      ],
    },
  },
  {
    sku: 'TEA-DIANHONG',
    category: 'tea',
    price: '168.00',
    stock: 2100,
    popularity: 16,
    picture: 'products/tea-dianhong.svg',
    name: { zh: '云南滇红 250 克', en: 'Yunnan Dianhong black tea 250 g' },
    sellingPoint: { zh: '蜜香·耐泡', en: 'Honeyed · many brews' },
    specification: { zh: '250 克·自封袋', en: '250 g · resealable bag' },
    details: {
      zh: ['凤庆大叶种，蜜香重，加奶也压得住。', '3 克茶、150 毫升水，闷一分半。想喝奶茶就多放一倍。'],
      en: [
        'Large-leaf tea from Fengqing, honeyed and strong enough for milk.',
        'Three grams to 150 ml for a minute and a half; twice as much if milk goes in.',
      ],
    },
  },
  {
    sku: 'TEA-WHITE',
    category: 'tea',
    price: '228.00',
    stock: 900,
    popularity: 8,
    picture: 'products/tea-white.svg',
    name: { zh: '福鼎白牡丹 散茶 100 克', en: 'Fuding White Peony, loose leaf 100 g' },
    sellingPoint: { zh: '日晒·毫香', en: 'Sun-withered · downy' },
    specification: { zh: '100 克·纸罐', en: '100 g · paper canister' },
    details: {
      zh: ['不炒不揉，日晒萎凋，有一点青草和花的甜。', '当年喝清甜，放三年转蜜香。盖碗冲、保温壶闷都行。'],
      en: [
        'Neither fired nor rolled, only withered in the sun: sweet, with grass and flowers.',
        'Fresh and clear this year, honeyed after three. Good in a gaiwan and just as good in a flask.',
      ],
    },
  },
  {
    sku: 'TEA-JASMINE',
    category: 'tea',
    price: '98.00',
    stock: 2200,
    popularity: 15,
    picture: 'products/tea-jasmine.svg',
    name: { zh: '横县茉莉花茶 200 克', en: 'Hengxian jasmine tea 200 g' },
    sellingPoint: { zh: '六窨·无香精', en: 'Six scentings · nothing added' },
    specification: { zh: '200 克·铁罐', en: '200 g · tin' },
    details: {
      zh: ['夏天的伏花窨了六遍，香是花给的，没有香精。', '茶里看不到多少花瓣是正常的，窨完花会筛掉。'],
      en: [
        'Scented six times with midsummer blossoms; the fragrance is theirs, nothing is added.',
        'You will find few petals: after scenting they are sieved out.',
      ],
    },
  },
  {
    sku: 'TEA-TIEGUANYIN',
    category: 'tea',
    price: '188.00',
    stock: 1200,
    popularity: 10,
    picture: 'products/tea-tieguanyin.svg',
    name: { zh: '安溪铁观音 清香 30 小泡', en: 'Anxi Tieguanyin, light, 30 sachets' },
    sellingPoint: { zh: '秋茶·独立小泡', en: 'Autumn pick · single sachets' },
    specification: { zh: '7 克 × 30 泡', en: '7 g × 30 sachets' },
    details: {
      zh: ['秋茶，兰花香，汤水清，喝完嘴里凉凉的。', '清香型要冷藏。常温放过夏天，香气会散掉一半。'],
      en: [
        'An autumn pick with orchid on the nose, a clear cup and a cool finish.',
        'This light style belongs in the fridge: one warm summer costs half its scent.',
      ],
    },
  },
  {
    sku: 'TEA-QINGGAN',
    category: 'tea',
    price: '138.00',
    stock: 1400,
    popularity: 11,
    picture: 'products/tea-qinggan.svg',
    name: {
      zh: '新会小青柑熟普洱 陈皮香 十二颗独立纸包 180 克',
      en: 'Xinhui green mandarins filled with ripe pu’er, twelve in single wrappers, 180 g',
    },
    sellingPoint: { zh: '七月青果·生晒', en: 'July fruit · sun-dried' },
    specification: { zh: '12 颗·约 180 克', en: '12 pieces · about 180 g' },
    details: {
      zh: ['七月的小青皮，果油足，和熟普一起慢慢化开。', '一颗能泡七八次。不用掰碎，底上扎两个孔，沸水冲就行。'],
      en: [
        'Small green fruit of July, full of oil, that melts slowly into ripe pu’er.',
        'One lasts seven or eight brews. Do not break it: prick the bottom twice and pour boiling water.',
      ],
    },
  },
  {
    sku: 'TEA-DAHONGPAO',
    category: 'tea',
    price: '368.00',
    stock: 700,
    popularity: 7,
    picture: 'products/tea-dahongpao.svg',
    name: { zh: '武夷岩茶 大红袍 250 克', en: 'Wuyi Da Hong Pao rock tea 250 g' },
    sellingPoint: { zh: '拼配·中足火', en: 'Blended · medium-high roast' },
    specification: { zh: '250 克·六角罐', en: '250 g · hexagonal tin' },
    details: {
      zh: ['肉桂的香，水仙的水，拼在一起喝着稳。', '市面上的大红袍大多是拼配，这罐也是，我们写清楚。'],
      en: [
        'The scent of Rougui and the body of Shuixian, blended into one steady cup.',
        'Most Da Hong Pao on sale is a blend. So is this one, and we say so.',
      ],
    },
  },
];
