import { createHash, createPublicKey, createSign, createVerify, generateKeyPairSync, randomBytes } from 'node:crypto';
import { isRefusal } from '@fenrun/kernel';
import { expect, test } from 'vitest';
import { Aes, Formatter } from 'wechatpay-axios-plugin';
import { openPayNotice } from '../../src/modules/wechat/domain/pay-notice';
import { payParams } from '../../src/modules/wechat/domain/pay-sign';
import {
  checkPushUrl,
  decryptPush,
  encryptPush,
  openPush,
  pushSignature,
} from '../../src/modules/wechat/domain/push-crypto';

/** The vectors of wechat.md 1.10, 2.2 and 2.8: made for that sheet, so neither our code nor the emulator's is their source. */
const AES_KEY = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
const ENCRYPTED = '4j/AuRx71kQlxVlzbpsMWH/k6ZdHCjfIP5qDe4t4Kf+stp33nzJJUhjIv+pKrHzrzR0KIRyBrLLgDKOVKqagCQ==';
const APPID = 'wx1234567890abcdef';
const PUSH = { token: 'tok', encodingAesKey: AES_KEY, appid: APPID };

test('a pushed message is encrypted and signed as the vector of 1.10 says', () => {
  expect(encryptPush('{"Event":"ping"}', AES_KEY, APPID, Buffer.from('0123456789abcdef'))).toBe(ENCRYPTED);
  expect(pushSignature('tok', '1767225600', 'nonce1', ENCRYPTED)).toBe('4292f0b74e3bc936ab53ccd0de0d080c22e14a7a');
  expect(pushSignature('tok', '1767225600', 'nonce1')).toBe('76457278b4e22676b58cc51327a06fb401c49cda');
});

test('a pushed message opens, and one that was meant for another mini-program does not', () => {
  const query = { msg_signature: '4292f0b74e3bc936ab53ccd0de0d080c22e14a7a', timestamp: '1767225600', nonce: 'nonce1' };
  expect(openPush(query, { Encrypt: ENCRYPTED }, PUSH)).toBe('{"Event":"ping"}');
  expect(isRefusal(openPush(query, { Encrypt: ENCRYPTED }, { ...PUSH, appid: 'wx1234567890abcdee' }))).toBe(true);
  expect(isRefusal(openPush({ ...query, nonce: 'nonce2' }, { Encrypt: ENCRYPTED }, PUSH))).toBe(true);
  expect(isRefusal(openPush(query, { Event: 'ping' }, PUSH))).toBe(true);
  expect(decryptPush('AAAA', AES_KEY, APPID)).toBeNull();
});

test('the check of the push URL echoes only what is signed', () => {
  const query = {
    signature: '76457278b4e22676b58cc51327a06fb401c49cda',
    timestamp: '1767225600',
    nonce: 'nonce1',
    echostr: 'hello',
  };
  expect(checkPushUrl(query, PUSH)).toBe('hello');
  expect(isRefusal(checkPushUrl({ ...query, signature: 'x' }, PUSH))).toBe(true);
});

test('the messages that are signed have the digests of 2.2', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242';
  expect(
    digest(Formatter.request('POST', '/v3/pay/transactions/jsapi', 1767225600, nonce, '{"amount":{"total":1}}')),
  ).toBe('ef947fb59bad8083948fba215e82e8b0a3f6c1159ad464e6f657b381912ec2d4');
  expect(
    digest(
      Formatter.request('GET', '/v3/pay/transactions/out-trade-no/T20260101000001?mchid=1900000001', 1767225600, nonce),
    ),
  ).toBe('b000e8b5c51a47731a9ad0daa3e52fbc861f606540df015b06fced1d148b73e5');
  expect(digest(Formatter.response(1767225600, 'fdasflkja484w', ''))).toBe(
    '2d0f6d454c324e350a7ace414f463e5622cfc8db475c68d4585cc271ba83032a',
  );
});

const KEY = '0123456789abcdef0123456789abcdef';
const PLAIN = '{"out_trade_no":"T20260101000001","trade_state":"SUCCESS"}';
const CIPHERTEXTS: [string | undefined, string][] = [
  [
    'transaction',
    'Eu6myr+6GaECeJdOZPZ6BX5liS+Ltl9qLo8OrOJs/ttO5IKIXDWWxhUJ5MF69qXnvAbp9/gbJaj8gs9xaRa1aK9a6l20FnUJUrI=',
  ],
  [
    'mch_payment',
    'Eu6myr+6GaECeJdOZPZ6BX5liS+Ltl9qLo8OrOJs/ttO5IKIXDWWxhUJ5MF69qXnvAbp9/gbJaj8gnOrRTxuA7UoNthnuYxC/kg=',
  ],
  ['', 'Eu6myr+6GaECeJdOZPZ6BX5liS+Ltl9qLo8OrOJs/ttO5IKIXDWWxhUJ5MF69qXnvAbp9/gbJaj8gnxSibmCiLm9fR2btPQh6Dk='],
  [undefined, 'Eu6myr+6GaECeJdOZPZ6BX5liS+Ltl9qLo8OrOJs/ttO5IKIXDWWxhUJ5MF69qXnvAbp9/gbJaj8gnxSibmCiLm9fR2btPQh6Dk='],
];
const NOW = 1_767_225_600_000;
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const PEM = publicKey.export({ type: 'spki', format: 'pem' }) as string;
const KEYS = { apiV3Key: KEY, platformKeys: { PUB_KEY_ID_1: PEM } };

function notice(aad: string | undefined, ciphertext: string, at = NOW, serial = 'PUB_KEY_ID_1') {
  const resource = {
    original_type: 'transaction',
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext,
    associated_data: aad,
    nonce: 'abcdefghijkl',
  };
  // Spaces and another order of keys: the signature is over bytes, not over what JSON means.
  const raw = Buffer.from(
    `{ "resource" : ${JSON.stringify(resource)},\n "event_type":"TRANSACTION.SUCCESS","id":"EV-1" }`,
  );
  const timestamp = String(at / 1000);
  const signature = createSign('RSA-SHA256').update(`${timestamp}\nn1\n${raw.toString()}\n`).sign(privateKey, 'base64');
  const headers = {
    'wechatpay-timestamp': timestamp,
    'wechatpay-nonce': 'n1',
    'wechatpay-signature': signature,
    'wechatpay-serial': serial,
  };
  return { raw, headers };
}

test.each(CIPHERTEXTS)(
  'a notification with associated data %j decrypts as the vector of 2.8 says',
  (aad, ciphertext) => {
    expect(Aes.AesGcm.decrypt(ciphertext, KEY, 'abcdefghijkl', aad ?? '')).toBe(PLAIN);
    const { raw, headers } = notice(aad, ciphertext);
    const opened = openPayNotice(raw, headers, KEYS, NOW);
    expect(opened).toEqual({
      id: 'EV-1',
      eventType: 'TRANSACTION.SUCCESS',
      originalType: 'transaction',
      resource: JSON.parse(PLAIN),
    });
  },
);

test('a notification is refused for each thing that is wrong with it', () => {
  const [aad, ciphertext] = CIPHERTEXTS[0] as [string, string];
  const { raw, headers } = notice(aad, ciphertext);
  const code = (given: ReturnType<typeof openPayNotice>) => (isRefusal(given) ? given.refused : 'opened');
  const probe = `WECHATPAY/SIGNTEST/${randomBytes(256).toString('base64')}`;
  expect(code(openPayNotice(raw, { ...headers, 'wechatpay-signature': probe }, KEYS, NOW))).toBe('notice-probe');
  expect(code(openPayNotice(raw, { ...headers, 'wechatpay-signature': undefined }, KEYS, NOW))).toBe(
    'notice-headers-missing',
  );
  expect(code(openPayNotice(raw, { ...headers, 'wechatpay-serial': 'OTHER' }, KEYS, NOW))).toBe('notice-key-unknown');
  expect(code(openPayNotice(raw, headers, KEYS, NOW + 301_000))).toBe('notice-stale');
  expect(code(openPayNotice(raw, headers, KEYS, NOW - 301_000))).toBe('notice-stale');
  expect(code(openPayNotice(Buffer.concat([raw, Buffer.from(' ')]), headers, KEYS, NOW))).toBe('notice-forged');
  expect(code(openPayNotice(raw, headers, { ...KEYS, apiV3Key: KEY.replace('0', '1') }, NOW))).toBe(
    'notice-undecryptable',
  );
  const tampered = notice(aad, `AAAA${ciphertext.slice(4)}`);
  expect(code(openPayNotice(tampered.raw, tampered.headers, KEYS, NOW))).toBe('notice-undecryptable');
  expect(code(openPayNotice(raw, { ...headers, 'wechatpay-serial': '__proto__' }, KEYS, NOW))).toBe(
    'notice-key-unknown',
  );
});

test('paySign signs the package with its prefix and the timestamp as text', () => {
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
  const params = payParams({ appid: APPID, prepayId: 'wx01', privateKey: pem, nonce: 'abc' }, NOW);
  expect(params).toMatchObject({
    timeStamp: '1767225600',
    package: 'prepay_id=wx01',
    signType: 'RSA',
    nonceStr: 'abc',
  });
  const verifier = createVerify('RSA-SHA256').update(`${APPID}\n1767225600\nabc\nprepay_id=wx01\n`);
  expect(verifier.verify(createPublicKey(PEM), params.paySign, 'base64')).toBe(true);
});
