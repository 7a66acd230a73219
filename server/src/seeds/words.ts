/** Texts that people of the story write in their own hand. They are data of the demo, so they are not translated. */

export type ShareWords = { words: string; category: string | null };

/** What promoters write above a card; `category` says for which goods it fits, null for all. */
export const shareWords: readonly ShareWords[] = [
  { words: '炭焙味正，冷了也好喝。我自己存了两盒。', category: 'tea' },
  { words: '办公室就泡这个，一杯能喝一下午。', category: 'tea' },
  { words: '我妈从来不夸茶，这个她问了两回哪买的。', category: 'tea' },
  { words: '不苦不涩，刚开始喝茶的人也能接受。', category: 'tea' },
  { words: '用了半年，口沿一点没磕，手感越来越顺。', category: 'teaware' },
  { words: '一个人喝茶够了，收起来不占地方。', category: 'teaware' },
  { words: '每只都不太一样，我挑了铁点多的这对。', category: 'teaware' },
  { words: '冬天会结晶，真的。兑温水喝，别用开水。', category: 'food' },
  { words: '孩子早饭离不开它，家里第三回下单了。', category: 'food' },
  { words: '煮的时候满屋子香，邻居来敲过门。', category: 'food' },
  { words: '出差回来收到，我爸一天吃掉半盒。', category: 'food' },
  { words: '洗过五六次，越洗越软，没缩水。', category: 'linen' },
  { words: '铺上它，桌子像换了一张。', category: 'linen' },
  { words: '味道很轻，晚上看书点一支刚好。', category: 'scent' },
  { words: '不是商场那种香，像楼下真的开了花。', category: 'scent' },
  { words: '去年送客户，今年人家指名还要。', category: 'gift' },
  { words: '盒子不浮夸，长辈收得下。', category: 'gift' },
  { words: '不是最便宜的，但我会回购。', category: null },
  { words: '先买一份试试，不喜欢七天能退。', category: null },
  { words: '自己用了才来说的，有问题直接问我。', category: null },
];

/** Why people applied, in the order of the promoters who arrive by application. */
export const applicationReasons: readonly string[] = [
  '辞职带孩子，想做点时间自由的事，先从会用的东西开始。',
  '唐果介绍来的，她说结算清楚、不压货。',
  '在牧区跑运输，驿站的人爱喝熟普，想带一些过去。',
  '学书画的，朋友多，偶尔雅集用得上茶器。',
  '小区门口开便利店，邻居问米和油问得多。',
  '健身教练，学员常问无糖的坚果。',
  '大学茶社社长，社员想买靠谱的入门茶。',
  '在伊犁做民宿，游客问蜂蜜和干果，我也想推荐些茶。',
  '单位发节礼都是我选，同事信我的眼光。',
  '拍家居短视频一年多，布艺和香氛这两类我用得久。',
  '岩茶喝了七八年，朋友常让我帮着挑，想有个正经渠道。',
  '草原上冬天长，家家煮茶，想找一款耐煮的推给亲戚。',
  '写美食号，粮油干货都是自己下厨试过才写。',
  '做陶的，懂一点器物，也想推荐别家的好东西。',
  '花店店员，想在店里放香囊和蜡烛的卡片。',
  '甜品店老板娘，茶和蜂蜜本来就在用。',
  '退休工人，老同学群里帮大家团茶叶。',
  '社区图书角的志愿者，周末办茶会。',
  '学古琴的，琴友聚会总要备茶和香。',
  '做亲子账号，坚果和蜂蜜家里一直在吃。',
  '兰州开牛肉面馆，客人饭后要喝茶，想顺手推荐。',
  '跟着星野拍片，出镜的茶席常被问链接。',
  '迪丽娜尔的同事，茉莉花茶喝了三年。',
  '社区团购自提点，每天来取货的有六七十人。',
  '翻译，居家办公，读者群里常聊喝什么。',
  '汽修店，等车的客人喝的就是你们的滇红。',
  '明姝的学妹，做手账，喜欢你们的包装。',
  '程序员，办公室茶水间归我管。',
  '小满姐的老顾客，买了一年，想推荐给妈妈群。',
  '陈嘉的表弟，在学校做勤工俭学。',
  '新房装修完，布艺和香插都是这里买的，朋友来了都问。',
  '客栈前台，住客常问当地的蜂蜜和干货。',
];

export const refundReasons = {
  beforeShipping: ['拍错规格了', '地址填错，重新下单', '临时不需要了', '和家人重复买了'],
  whole: ['和想的不一样', '收到时外盒压坏', '送人来不及了', '家里已经有了'],
  partial: ['其中一件碰坏了', '少发一件', '多买了一份', '有一件和描述不同'],
  allowance: ['有小瑕疵，补一点差价', '外袋破损，货没坏', '晚到三天，协商补偿'],
} as const;

/** Why a clerk rejects a commission, by what made the order odd. */
export const commissionRejections = {
  'same-phone': '收货电话与推广员本人相同，按约定自购不计佣金。',
  'shared-device': '同一台设备三个账号下单，已与推广员核对。',
  'too-fast': '顾客说明是店里当面成交，链接是补发的。',
  large: '企业采购走的是合同价，已和推广员说明不计佣金。',
} as const;

export const payoutRejections: readonly string[] = [
  '收款人姓名与实名不一致，改好后请再申请。',
  '有一笔退货正在处理，处理完可以再提。',
];

/** Why a transfer came back, by how it ended. */
export const payoutFailures = {
  expired: ['收款信息补充超过 24 小时，已退回'],
  failed: ['银行退回：户名与卡号不符', '银行退回：这张卡已注销', '银行退回：收款账户限额'],
} as const satisfies Readonly<Record<'expired' | 'failed', readonly string[]>>;

export const orderNotes: readonly string[] = [
  '送人，别放价签',
  '工作日送公司前台',
  '麻烦多给两张冲泡卡',
  '到货前打电话',
  '放驿站就行',
  '卡片写：妈，多喝热茶',
  '赶周五用，尽快发',
];
