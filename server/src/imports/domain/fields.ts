/** A field that a file can have. */
export interface ImportField {
  readonly field: string;
  /** In files of orders: of the order (the same on all its rows) or of the line. */
  readonly of?: 'order' | 'line';
  readonly isRequired?: true;
  /** Compared byte for byte, so that white space round it is not taken away but refused. */
  readonly isId?: true;
  readonly zh: string;
  readonly en: string;
  /** Column names that suggest this field, in lower case without spaces and signs. */
  readonly alike: readonly string[];
  /** Other ways to name the field in a mapping. */
  readonly also?: readonly string[];
}

/** Ours, as in the webhook, with the lines laid flat. */
export const ORDER_FIELDS = [
  {
    field: 'order',
    of: 'order',
    isId: true,
    isRequired: true,
    zh: '订单号',
    en: 'Order',
    alike: ['order', 'orderid', 'orderno', 'ordernumber', 'invoice', 'invoiceno', '订单号', '订单编号', '单号'],
    also: ['id'],
  },
  {
    field: 'paidAt',
    of: 'order',
    isRequired: true,
    zh: '付款时间',
    en: 'Paid at',
    alike: [
      'paidat',
      'paymenttime',
      'date',
      'orderdate',
      'invoicedate',
      'createdat',
      '付款时间',
      '支付时间',
      '下单时间',
      '日期',
    ],
  },
  {
    field: 'sku',
    of: 'line',
    isId: true,
    isRequired: true,
    zh: '商品编码',
    en: 'SKU',
    alike: ['sku', 'stockcode', 'productcode', 'itemcode', '商品编码', '商品编号', '货号'],
    also: ['lines.sku'],
  },
  {
    field: 'quantity',
    of: 'line',
    isRequired: true,
    zh: '数量',
    en: 'Quantity',
    alike: ['quantity', 'qty', 'count', '数量', '件数'],
    also: ['lines.quantity'],
  },
  {
    field: 'price',
    of: 'line',
    isRequired: true,
    zh: '单价',
    en: 'Unit price',
    alike: ['price', 'unitprice', '单价', '价格', '售价'],
    also: ['lines.price'],
  },
  {
    field: 'name',
    of: 'line',
    zh: '商品名称',
    en: 'Name',
    alike: ['name', 'description', 'productname', 'title', '商品名称', '商品', '名称'],
    also: ['lines.name'],
  },
  {
    field: 'category',
    of: 'line',
    isId: true,
    zh: '品类',
    en: 'Category',
    alike: ['category', '品类', '分类', '类目'],
    also: ['lines.category'],
  },
  {
    field: 'discount',
    of: 'line',
    zh: '行优惠',
    en: 'Line discount',
    alike: ['linediscount', 'discount', '行优惠', '优惠'],
    also: ['lines.discount', 'lineDiscount'],
  },
  { field: 'tax', of: 'line', zh: '税额', en: 'Tax', alike: ['tax', 'vat', '税额', '税'], also: ['lines.tax'] },
  {
    field: 'orderDiscount',
    of: 'order',
    zh: '订单优惠',
    en: 'Order discount',
    alike: ['orderdiscount', '订单优惠', '整单优惠'],
  },
  {
    field: 'shipping',
    of: 'order',
    zh: '运费',
    en: 'Shipping',
    alike: ['shipping', 'postage', 'freight', '运费', '邮费'],
  },
  {
    field: 'customer',
    of: 'order',
    isId: true,
    zh: '顾客编号',
    en: 'Customer',
    alike: ['customer', 'customerid', 'buyer', 'buyerid', 'userid', '顾客编号', '顾客', '客户编号', '买家'],
    also: ['customer.id', 'customerId'],
  },
  {
    field: 'customerName',
    of: 'order',
    zh: '顾客姓名',
    en: 'Customer name',
    alike: ['customername', 'buyername', '顾客姓名', '收货人', '姓名'],
    also: ['customer.name'],
  },
  {
    field: 'customerPhone',
    of: 'order',
    zh: '顾客手机',
    en: 'Customer phone',
    alike: ['customerphone', 'phone', 'mobile', '手机', '手机号', '电话'],
    also: ['customer.phone'],
  },
  {
    field: 'customerEmail',
    of: 'order',
    zh: '顾客邮箱',
    en: 'Customer e-mail',
    alike: ['customeremail', 'email', '邮箱'],
    also: ['customer.email'],
  },
  {
    field: 'customerAddress',
    of: 'order',
    zh: '顾客地址',
    en: 'Customer address',
    alike: ['customeraddress', 'address', '地址', '收货地址'],
    also: ['customer.address'],
  },
  { field: 'country', of: 'order', zh: '国家或地区', en: 'Country', alike: ['country', '国家', '国家或地区'] },
  {
    field: 'promoter',
    of: 'order',
    isId: true,
    zh: '推广码',
    en: 'Promoter code',
    alike: ['promoter', 'promotercode', 'affiliate', 'referrer', '推广码', '推广员'],
  },
  {
    field: 'coupons',
    of: 'order',
    zh: '优惠券',
    en: 'Coupons',
    alike: ['coupon', 'coupons', 'couponcode', '优惠券', '优惠码'],
    also: ['coupon'],
  },
  { field: 'campaign', of: 'order', isId: true, zh: '活动', en: 'Campaign', alike: ['campaign', '活动'] },
  { field: 'subId', of: 'order', zh: '子渠道', en: 'Sub id', alike: ['subid', '子渠道'] },
  { field: 'type', of: 'order', zh: '订单类型', en: 'Type', alike: ['ordertype', '订单类型'] },
  {
    field: 'subscription',
    of: 'order',
    isId: true,
    zh: '订阅编号',
    en: 'Subscription',
    alike: ['subscription', 'subscriptionid', '订阅编号'],
  },
  { field: 'sequence', of: 'order', zh: '期数', en: 'Sequence', alike: ['sequence', '期数'] },
  { field: 'commission', of: 'order', zh: '指定佣金', en: 'Commission', alike: ['commission', '佣金'] },
  { field: 'currency', of: 'order', zh: '币种', en: 'Currency', alike: ['currency', '币种'] },
  { field: 'device', of: 'order', zh: '设备', en: 'Device', alike: ['device', '设备'] },
  { field: 'ip', of: 'order', zh: 'IP', en: 'IP', alike: ['ip', 'ipaddress'] },
] as const satisfies readonly ImportField[];

export type OrderFieldName = (typeof ORDER_FIELDS)[number]['field'];

export const PROMOTER_FIELDS = [
  {
    field: 'code',
    isRequired: true,
    isId: true,
    zh: '推广码',
    en: 'Code',
    alike: ['code', 'promotercode', '推广码', '编号'],
  },
  { field: 'name', isRequired: true, zh: '姓名', en: 'Name', alike: ['name', 'fullname', '姓名', '名称', '推广员'] },
  { field: 'joined', zh: '加入时间', en: 'Joined', alike: ['joined', 'joinedat', 'since', '加入时间', '加入日期'] },
  { field: 'inviter', zh: '邀请人', en: 'Inviter', alike: ['inviter', 'invitedby', '邀请人'] },
  { field: 'programme', zh: '推广计划', en: 'Programme', alike: ['programme', 'program', '推广计划'] },
  { field: 'group', zh: '分组', en: 'Group', alike: ['group', '分组'] },
  { field: 'phone', zh: '手机号', en: 'Phone', alike: ['phone', 'mobile', '手机', '手机号', '电话'] },
] as const satisfies readonly ImportField[];

export type PromoterFieldName = (typeof PROMOTER_FIELDS)[number]['field'];

export const PRODUCT_FIELDS = [
  {
    field: 'sku',
    isRequired: true,
    isId: true,
    zh: '商品编码',
    en: 'SKU',
    alike: ['sku', 'stockcode', '商品编码', '货号'],
  },
  { field: 'name', isRequired: true, zh: '名称', en: 'Name', alike: ['name', 'title', '名称', '商品名称'] },
  { field: 'price', isRequired: true, zh: '价格', en: 'Price', alike: ['price', 'unitprice', '价格', '售价', '单价'] },
  { field: 'subtitle', zh: '副标题', en: 'Subtitle', alike: ['subtitle', '副标题'] },
  { field: 'specification', zh: '规格', en: 'Specification', alike: ['specification', 'spec', '规格'] },
  { field: 'category', zh: '品类', en: 'Category', alike: ['category', '品类', '分类'] },
  { field: 'stock', zh: '库存', en: 'Stock', alike: ['stock', '库存'] },
  { field: 'onShelf', zh: '上架', en: 'On the shelf', alike: ['onshelf', '上架'], also: ['on_shelf'] },
  { field: 'description', zh: '描述', en: 'Description', alike: ['description', '描述', '详情'] },
  { field: 'pictures', zh: '图片', en: 'Pictures', alike: ['pictures', 'images', '图片'] },
] as const satisfies readonly ImportField[];

export type ProductFieldName = (typeof PRODUCT_FIELDS)[number]['field'];

/** The fields of each kind of file. */
export const FIELDS: Readonly<Record<'orders' | 'promoters' | 'products', readonly ImportField[]>> = {
  orders: ORDER_FIELDS,
  promoters: PROMOTER_FIELDS,
  products: PRODUCT_FIELDS,
};

/** The field that a mapping means by a name; undefined if there is none. */
export function fieldNamed(fields: readonly ImportField[], name: string): ImportField | undefined {
  return fields.find(({ field, also }) => field === name || (also ?? []).includes(name));
}

/** What a header suggests: the columns whose names are like a field's, each used once. */
export function suggestColumns(fields: readonly ImportField[], header: readonly string[]): Record<string, string> {
  const plain = (name: string) => name.toLowerCase().replace(/[\s_.\-/]/g, '');
  const columns: Record<string, string> = {};
  const taken = new Set<string>();
  for (const { field, alike } of fields) {
    const found = alike
      .map((like) => header.find((name) => !taken.has(name) && plain(name) === like))
      .find((name) => name !== undefined);
    if (found === undefined) continue;
    columns[field] = found;
    taken.add(found);
  }
  return columns;
}
