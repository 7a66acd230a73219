import type { AgreementKind } from '../store/agreement.row';

interface AgreementText {
  readonly title: string;
  readonly text: string;
}

/** What holds until the merchant publishes a version of its own: plain, and the same for every merchant. */
export const DEFAULT_AGREEMENTS: Readonly<Record<'zh' | 'en', Readonly<Record<AgreementKind, AgreementText>>>> = {
  zh: {
    promoter_terms: {
      title: '推广员协议',
      text: [
        '一、加入',
        '你确认已满 18 周岁，提供的姓名和手机号真实有效。加入不收任何费用，也不需要先购买商品。',
        '二、推广',
        '请如实介绍商品，不夸大、不承诺收益、不冒充商家或客服，不使用诱导、骚扰的方式分享。请遵守微信和各平台的规则。',
        '三、佣金',
        '佣金按顾客付款时有效的推广计划和规则计算，可以在每笔佣金里看到算法。订单完成并过了售后期后进入审核，审核通过后可以提现。顾客退款时，对应的佣金相应减少。',
        '四、提现与税',
        '提现按页面写明的方式和限额进行。依法需要代扣的税款由商家代扣，页面会写明金额。',
        '五、暂停与退出',
        '违反本协议或法律规定的，商家可以暂停你的推广资格并说明原因；已经审核通过的佣金不受影响，但因违规产生的除外。你可以随时联系商家退出。',
        '六、变更',
        '规则变化只影响变化之后付款的订单。本协议更新时会请你再次确认。',
      ].join('\n'),
    },
    privacy: {
      title: '隐私保护指引',
      text: [
        '我们收集什么：你的微信 openid、你填写的称呼和头像、你授权的手机号，以及你的分享、打开和成交记录。',
        '为什么：用于登录、确认推广员身份、计算和支付佣金、识别异常下单，以及给你发送进度通知。',
        '谁能看到：商家的授权人员。手机号在页面上只显示首尾几位。你看不到顾客的姓名和电话，顾客也看不到你的手机号。',
        '保存多久：在你是推广员期间，以及法律要求保留账目的期限内。',
        '你的权利：可以随时联系商家查询、更正或删除你的信息；法律要求保留的账目除外。',
      ].join('\n'),
    },
  },
  en: {
    promoter_terms: {
      title: 'Promoter agreement',
      text: [
        '1. Joining',
        'You are at least 18, and your name and phone number are true. Joining is free and needs no purchase.',
        '2. Promoting',
        'Describe products truthfully. Do not exaggerate, promise income, pose as the shop, or share by nagging. Follow the rules of WeChat and of every platform you use.',
        '3. Commission',
        'Commission is computed by the programme and rules in force when the customer paid; every commission shows how. It is reviewed once the order is complete and the return period has passed, and can be withdrawn when approved. Refunds lower it accordingly.',
        '4. Withdrawals and tax',
        'Withdrawals follow the ways and limits shown. Tax that the law requires is withheld by the shop, and the amount is shown.',
        '5. Suspension and leaving',
        'Whoever breaks this agreement or the law may be suspended, with the reason; commission that was approved stays yours unless it came from the breach. You may leave at any time by writing to the shop.',
        '6. Changes',
        'New rules decide only orders paid after the change. When this agreement changes you are asked again.',
      ].join('\n'),
    },
    privacy: {
      title: 'Privacy notice',
      text: [
        'What we collect: your WeChat openid, the name and picture that you give, the phone number that you allow, and your shares, opens and orders.',
        'Why: to sign you in, to know promoters, to compute and pay commission, to notice unusual orders, and to tell you how things stand.',
        'Who sees it: people whom the shop has authorised. Phone numbers are shown with a few digits only. You do not see customers’ names or phones, nor they yours.',
        'How long: while you are a promoter, and as long as the law wants accounts kept.',
        'Your rights: ask the shop at any time to show, correct or remove what it has about you, save the accounts that the law wants kept.',
      ].join('\n'),
    },
  },
};
