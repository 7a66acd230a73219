import { X509Certificate } from 'node:crypto';
import { beijingTime } from '../../clock/virtual-clock';
import { seal } from '../../crypto/aead';
import { randomText } from '../../state/seeded';
import { problem, success } from '../pay-answer';
import { bareRoute } from '../pay-route';

/** Platform certificates, sealed with the APIv3 key. A merchant in public-key mode has none (wechat.md 2.4). */
export const certificates = bareRoute({
  name: 'pay.certificates',
  path: '/v3/certificates',
  handle: ({ world, merchant }) => {
    if (merchant.signMode === 'PUBKEY') {
      return problem('RESOURCE_NOT_EXISTS', { message: '无可用的平台证书，请在商户平台-API安全申请使用微信支付公钥' });
    }
    const { validFrom, validTo } = new X509Certificate(merchant.platformCertificate);
    const nonce = randomText(world.state(), 12);
    const encrypt_certificate = {
      algorithm: 'AEAD_AES_256_GCM',
      nonce,
      associated_data: 'certificate',
      ciphertext: seal(merchant.platformCertificate, merchant.apiV3Key, nonce, 'certificate'),
    };
    const certificate = {
      serial_no: merchant.platformSerial,
      effective_time: beijingTime(Date.parse(validFrom)),
      expire_time: beijingTime(Date.parse(validTo)),
      encrypt_certificate,
    };
    return success({ data: [certificate] });
  },
});
