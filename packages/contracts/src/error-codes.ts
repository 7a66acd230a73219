import { EDGE, type Row } from './edge-codes';

export interface ErrorCode {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
  /** What to do about it, where the title does not say. */
  readonly zhRemedy?: string;
  readonly enRemedy?: string;
}

const IDENTITY = {
  'unknown-merchant': [404, '没有这个商户', 'No such merchant'],
  'wrong-password': [422, '当前密码不对', 'The present password is wrong'],
  'last-owner': [409, '至少要保留一位所有者', 'At least one owner must stay'],
  'last-secret': [
    409,
    '至少要保留一个 Webhook 密钥',
    'At least one webhook secret must stay',
    '先生成新的，再停用旧的。',
    'Make a new one first, then revoke the old.',
  ],
  'too-many-secrets': [
    409,
    '最多同时使用两个 Webhook 密钥',
    'At most two webhook secrets at a time',
    '先停用较旧的一个。',
    'Revoke the older one first.',
  ],
  'slug-taken': [409, '这个商户代号已被使用', 'This slug is taken'],
  'invalid-code': [
    401,
    '登录凭证无效或已过期',
    'The sign-in code is not valid or has expired',
    '请重新打开小程序。',
    'Open the mini-program again.',
  ],
  'wechat-unavailable': [
    502,
    '暂时连不上微信',
    'WeChat cannot be reached',
    '没有任何改动，请稍后再试。',
    'Nothing was changed; try again later.',
  ],
  'wechat-not-configured': [
    409,
    '还没有配置微信',
    'WeChat is not configured yet',
    '请在设置里填写微信凭证。',
    'Enter the WeChat credentials in the settings.',
  ],
} satisfies Record<string, Row>;

const WEBHOOK = {
  'bad-signature': [401, '签名不正确', 'The signature is wrong'],
  'stale-timestamp': [401, '时间戳与现在相差超过 5 分钟', 'The timestamp is more than 5 minutes off'],
  'webhook-id-reused': [422, '同一个 webhook-id 带来了不同的内容', 'This webhook-id came with another body before'],
  'already-recorded-differently': [409, '已记录过，但内容不同', 'Recorded already, with different contents'],
  'currency-mismatch': [422, '币种与商户不一致', 'Not the currency of the merchant'],
  'paid-in-future': [422, '付款时间在未来', 'Paid in the future'],
  'queue-full': [429, '现在太忙，请稍后重发', 'Busy; send it again in a moment'],
} satisfies Record<string, Row>;

const PROMOTERS = {
  'unknown-promoter': [404, '没有这位推广员', 'No such promoter'],
  'unknown-programme': [422, '没有这个推广计划', 'No such programme'],
  'unknown-group': [422, '没有这个分组', 'No such group'],
  'invalid-state': [409, '现在的状态不能这样做', 'Not possible in its present state'],
  'reason-required': [422, '请写明原因', 'A reason is required'],
  'promoter-not-active': [409, '推广员不是正常状态', 'The promoter is not active'],
  'already-promoter': [409, '已经是推广员', 'Already a promoter'],
  'already-applied': [409, '申请正在审核中', 'The application is being reviewed'],
  'phone-required': [422, '需要先验证手机号', 'The phone number must be verified first'],
  'consent-required': [422, '请先同意当前版本的协议', 'The present agreements must be accepted first'],
  'invitation-required': [422, '需要邀请人', 'An invitation is required'],
  'unknown-invitation': [422, '邀请码无效', 'No such invitation'],
  'tree-too-deep': [422, '邀请关系最多 64 层', 'The tree of inviters is at most 64 deep'],
  'inviter-cycle': [422, '邀请关系不能成环', 'Inviters must not form a circle'],
  'promoter-exists': [409, '这个推广码已被使用', 'This code is taken'],
  'unknown-inviter': [422, '没有这位邀请人', 'No such inviter'],
  'code-taken': [409, '这个推广码已被使用', 'This code is taken'],
  'programme-inactive': [409, '这个推广计划已停用', 'This programme is not active'],
  'default-programme': [409, '默认推广计划不能停用或删除', 'The default programme cannot be deactivated or deleted'],
  'not-pinned': [409, '没有手动固定', 'Not pinned'],
  'rule-exists': [409, '这条规则已存在', 'This rule exists already'],
  'unknown-rule': [404, '没有这条规则', 'No such rule'],
  'acknowledgement-required': [422, '需要先确认法律提示', 'A legal warning must be acknowledged first'],
  'too-many-levels': [422, '在中国大陆最多两级佣金', 'At most two paid levels in mainland China'],
  'unsafe-rules': [
    422,
    '这样保存后规则会有错误',
    'The rule book would be wrong',
    '请看 errors 中的每一处。',
    'See each entry of errors.',
  ],
  'programme-has-members': [
    409,
    '这个推广计划里还有推广员，不能删除',
    'The programme still has members',
    '先把他们移到别的计划。',
    'Move them to another programme first.',
  ],
  'coupon-exists': [409, '这个券码已存在', 'This coupon code exists already'],
  'unsafe-ladder': [422, '这个阶梯还不能用', 'This ladder cannot work'],
  'group-in-use': [
    409,
    '有分组还在使用，不能删除',
    'A group is in use and cannot be removed',
    '先移走其中的人，并改掉提到它的规则。',
    'Move its people and change the rules that name it first.',
  ],
  'unsafe-settings': [422, '这些设置不能一起使用', 'These settings do not go together'],
} satisfies Record<string, Row>;

const MONEY = {
  'unknown-commission': [404, '没有这笔佣金', 'No such commission'],
  'decision-final': [409, '已经由人决定，不再更改', 'A person has decided; it is final'],
  'too-many-sales': [
    422,
    '一次最多重新计算 2,000 笔订单',
    'At most 2,000 orders are computed again at once',
    '请缩短时间范围，分几次做。',
    'Choose a shorter time and do it in parts.',
  ],
  'held-by-risk': [409, '被风险规则扣住，需逐笔决定', 'Held by a risk flag; decide it by itself'],
  'invalid-amount': [422, '金额不正确', 'Not a valid amount'],
  'below-zero': [422, '调整后会小于 0', 'The net would fall below zero'],
  'unknown-payout': [404, '没有这笔提现', 'No such payout'],
  'payout-final': [409, '这笔提现已有结果', 'This payout has ended'],
  'below-minimum': [422, '低于最低提现金额', 'Below the minimum'],
  'above-maximum': [422, '超过单笔上限', 'Above the maximum'],
  'above-daily-cap': [422, '超过每日上限', 'Above the daily cap'],
  'above-available': [422, '超过可提现金额', 'More than what is available'],
  'channel-unavailable': [422, '这种到账方式不可用', 'This channel is not available'],
  'not-by-hand': [409, '微信转账的结果由微信告知', 'WeChat says how its own transfers end'],
} satisfies Record<string, Row>;

const SHOP = {
  'unknown-order': [404, '没有这个订单', 'No such order'],
  'unknown-product': [404, '没有这件商品', 'No such product'],
  'unknown-category': [422, '没有这个品类', 'No such category'],
  'sku-taken': [409, '这个 SKU 已被使用', 'This SKU is taken'],
  'out-of-stock': [409, '库存不足', 'Not enough stock'],
  'off-shelf': [409, '商品已下架', 'Off the shelf'],
  'price-changed': [409, '价格有变化，请确认新的金额', 'The price has changed; please confirm the new amount'],
  'order-closed': [409, '订单已关闭', 'The order is closed'],
  'not-paid': [409, '订单还没有付款', 'The order is not paid'],
  'already-paid': [409, '订单已经付款', 'The order is paid already'],
  'nothing-left': [409, '没有可退的金额了', 'Nothing is left to refund'],
  'refund-too-large': [422, '超过可退的数量或金额', 'More than what is left to refund'],
  'unknown-sku': [422, '订单里没有这个 SKU', 'The order has no such SKU'],
  'picture-unreadable': [422, '图片无法识别', 'The picture cannot be read'],
  'picture-too-large': [413, '图片太大，最大 5 MiB', 'The picture is larger than 5 MiB'],
  'payment-refused': [
    502,
    '微信支付没有接受这笔付款',
    'WeChat Pay did not accept the payment',
    '商户需要检查微信支付的设置。',
    'The merchant has to look at the WeChat Pay settings.',
  ],
  'too-many-refunds': [409, '一个订单最多退款 50 次', 'At most 50 refunds of one order'],
  'too-many-addresses': [409, '最多保存 30 个地址', 'At most 30 addresses are kept'],
  'coupon-not-valid': [
    409,
    '优惠券不可用',
    'The coupon cannot be used',
    '券码可能写错了，也可能已过期或已用完。',
    'The code may be mistyped, over, or used up.',
  ],
  'unknown-share': [404, '没有这个分享', 'No such share'],
} satisfies Record<string, Row>;

const FILES = {
  'not-a-csv': [422, '这不是 CSV 文件', 'This is not a CSV file'],
  'malformed-csv': [
    422,
    'CSV 格式不正确',
    'The CSV is malformed',
    '请检查引号是否成对。',
    'Check that quotes are closed.',
  ],
  'invalid-header': [422, '表头不正确', 'The header is not the expected one'],
  'invalid-mapping': [422, '列的对应关系不正确', 'The mapping does not fit the file'],
  'invalid-date-format': [422, '日期格式不正确', 'Not a date format'],
  'invalid-date': [422, '日期不正确', 'Not a date'],
  'invalid-instant': [422, '时间不正确', 'Not an instant'],
  'invalid-day': [422, '日期不正确', 'Not a day'],
  'invalid-percent': [422, '百分比不正确', 'Not a percent'],
  'empty-file': [422, '文件里没有数据', 'The file has no data'],
  'file-too-large': [413, '文件太大', 'The file is too large'],
  'mapping-incomplete': [422, '还有必需的字段没有对应列', 'Required fields have no column yet'],
  'import-running': [409, '导入正在进行', 'The import is running'],
  'back-test-running': [409, '回测正在进行', 'A back-test is running'],
  'plan-trial-running': [409, '正在试算另一个方案', 'Another plan is being tried'],
  'plan-trial-too-long': [
    422,
    '60 秒内没有算完',
    'It took longer than 60 seconds',
    '请减少事件，或用命令行试算。',
    'Use fewer events, or try it on the command line.',
  ],
  'export-not-ready': [409, '文件还没有生成', 'The file is not ready yet'],
  'clock-backwards': [422, '时间只能向前', 'Time only goes forward'],
} satisfies Record<string, Row>;

const ROWS: Readonly<Record<string, Row>> = {
  ...EDGE,
  ...IDENTITY,
  ...WEBHOOK,
  ...PROMOTERS,
  ...MONEY,
  ...SHOP,
  ...FILES,
};

/** Every code that a problem may carry, with its status and its words. Codes are stable: they are never renamed. */
export const errorCodes: Readonly<Record<string, ErrorCode>> = Object.fromEntries(
  Object.entries(ROWS).map(([code, [status, zh, en, zhRemedy, enRemedy]]) => [
    code,
    { status, zh, en, ...(zhRemedy ? { zhRemedy } : {}), ...(enRemedy ? { enRemedy } : {}) },
  ]),
);
