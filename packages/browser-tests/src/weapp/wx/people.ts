import { answer, type Options, type Surroundings, type WxPart } from './surroundings';

type Params = Readonly<Record<string, unknown>>;

const PAY_FIELDS = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'];
const TRANSFER_FIELDS = ['mchId', 'appId', 'package'];
const pick = (options: Params, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, options[name]]));

/** Who the person is and what he pays: played at the emulator, which verifies what the server signed. */
export function people({ phone, navigator, violations }: Surroundings): WxPart {
  /** WeChat opens these sheets only from a tap; a call from anywhere else does nothing there. */
  const inTap = (name: string) => {
    if (!navigator.isTouched()) violations.add(`wx.${name} outside a tap`);
  };
  return {
    login: (options: Options) => void answer('login', options, async () => ({ code: await phone.loginCode() })),
    requestPayment: (options: Options) =>
      void answer('requestPayment', options, () => phone.pay(pick(options, PAY_FIELDS))),
    requestMerchantTransfer: (options: Options) =>
      void answer('requestMerchantTransfer', options, () => phone.confirmTransfer(pick(options, TRANSFER_FIELDS))),
    requestSubscribeMessage(options: Options & { tmplIds: string[] }) {
      inTap('requestSubscribeMessage');
      void answer('requestSubscribeMessage', options, () => phone.grant(options.tmplIds));
    },
    openBusinessView: (options: Options & { businessType: string; extraData: Params }) =>
      void answer('openBusinessView', options, async () => {
        if (options.businessType !== 'weappOrderConfirm') violations.add(`openBusinessView ${options.businessType}`);
        await phone.receive(options.extraData);
        return { extraData: { status: 'success' } };
      }),
    chooseAddress: (options: Options) =>
      void answer('chooseAddress', options, () => ({
        userName: '陈晓',
        telNumber: '13900001234',
        provinceName: '浙江省',
        cityName: '杭州市',
        countyName: '西湖区',
        detailInfo: '文三路 1 号',
      })),
    openPrivacyContract: (options: Options) => void answer('openPrivacyContract', options, () => ({})),
  };
}
