/** The pages of the mini-program that codes and messages may lead to, as they would be released on WeChat; home first. */
export const RELEASED_PAGES = [
  'pages/home/index',
  'pages/products/index',
  'pages/earnings/index',
  'pages/me/index',
  'subpackages/shop/product/index',
  'subpackages/shop/campaign/index',
  'subpackages/shop/order/index',
  'subpackages/promoter/join/index',
  'subpackages/promoter/application/index',
  'subpackages/promoter/commission/index',
  'subpackages/account/payout/index',
  'subpackages/account/messages/index',
] as const;
