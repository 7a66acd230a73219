import { merchantOfPage } from './platform/h5';

/** The slug of the merchant whose shop this is. */
export function merchantSlug(): string {
  return process.env.TARO_ENV === 'weapp' ? __MERCHANT__ : merchantOfPage();
}
