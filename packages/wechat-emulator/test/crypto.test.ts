import { constants, createHash, publicEncrypt, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { seal, unseal } from '../src/crypto/aead';
import { makeCertificate } from '../src/crypto/certificate';
import { paySignMessage, requestMessage, responseMessage } from '../src/crypto/messages';
import { pushSignature, sealPush, unsealPush } from '../src/crypto/push-cipher';
import { isSigned, makeKeyPair, openSealedText, signMessage } from '../src/crypto/rsa';

const sha256 = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

test('the signed messages have the digests of the reference sheet', () => {
  const nonce = '593BEC0C930BF1AFEB40B4A08C8FB242';
  const post = requestMessage(
    'POST',
    '/v3/pay/transactions/jsapi',
    '1767225600',
    nonce,
    Buffer.from('{"amount":{"total":1}}'),
  );
  expect(sha256(post)).toBe('ef947fb59bad8083948fba215e82e8b0a3f6c1159ad464e6f657b381912ec2d4');
  const url = '/v3/pay/transactions/out-trade-no/T20260101000001?mchid=1900000001';
  const get = requestMessage('GET', url, '1767225600', nonce, Buffer.alloc(0));
  expect(sha256(get)).toBe('b000e8b5c51a47731a9ad0daa3e52fbc861f606540df015b06fced1d148b73e5');
  const empty = responseMessage('1767225600', 'fdasflkja484w', Buffer.alloc(0));
  expect(sha256(empty)).toBe('2d0f6d454c324e350a7ace414f463e5622cfc8db475c68d4585cc271ba83032a');
});

const KEY = '0123456789abcdef0123456789abcdef';
const PLAIN = '{"out_trade_no":"T20260101000001","trade_state":"SUCCESS"}';
const BODY = 'Eu6myr+6GaECeJdOZPZ6BX5liS+Ltl9qLo8OrOJs/ttO5IKIXDWWxhUJ5MF69qXnvAbp9/gbJaj8';

test.each([
  ['transaction', `${BODY}gs9xaRa1aK9a6l20FnUJUrI=`],
  ['mch_payment', `${BODY}gnOrRTxuA7UoNthnuYxC/kg=`],
  ['', `${BODY}gnxSibmCiLm9fR2btPQh6Dk=`],
])('a notification sealed with associated data "%s" is the sheet\'s vector', (associated, expected) => {
  expect(seal(PLAIN, KEY, 'abcdefghijkl', associated)).toBe(expected);
  expect(unseal(expected, KEY, 'abcdefghijkl', associated)).toBe(PLAIN);
});

test('a notification with one changed byte does not open', () => {
  const sealed = seal(PLAIN, KEY, 'abcdefghijkl', 'transaction');
  const bytes = Buffer.from(sealed, 'base64');
  bytes[3] = (bytes[3] ?? 0) ^ 1;
  expect(() => unseal(bytes.toString('base64'), KEY, 'abcdefghijkl', 'transaction')).toThrow();
});

test('message push in safe mode gives the vector of the sheet and opens again', () => {
  const key = 'AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8';
  const sealed = sealPush('{"Event":"ping"}', key, 'wx1234567890abcdef', Buffer.from('0123456789abcdef'));
  expect(sealed).toBe('4j/AuRx71kQlxVlzbpsMWH/k6ZdHCjfIP5qDe4t4Kf+stp33nzJJUhjIv+pKrHzrzR0KIRyBrLLgDKOVKqagCQ==');
  expect(pushSignature('tok', '1767225600', 'nonce1', sealed)).toBe('4292f0b74e3bc936ab53ccd0de0d080c22e14a7a');
  expect(pushSignature('tok', '1767225600', 'nonce1')).toBe('76457278b4e22676b58cc51327a06fb401c49cda');
  expect(unsealPush(sealed, key)).toEqual({ message: '{"Event":"ping"}', appid: 'wx1234567890abcdef' });
});

test('a signature verifies with its own key and message only', async () => {
  const [ours, theirs] = await Promise.all([makeKeyPair(), makeKeyPair()]);
  const message = paySignMessage('wx1', '1767225600', 'n', 'prepay_id=wx2');
  expect(message).toBe('wx1\n1767225600\nn\nprepay_id=wx2\n');
  const signature = signMessage(message, ours.privateKey);
  expect(isSigned(message, signature, ours.publicKey)).toBe(true);
  expect(isSigned(`${message} `, signature, ours.publicKey)).toBe(false);
  expect(isSigned(message, signature, theirs.publicKey)).toBe(false);
  expect(isSigned(message, 'not base64!', ours.publicKey)).toBe(false);
});

test('a name sealed with OAEP and SHA-1 opens, and anything else does not', async () => {
  const pair = await makeKeyPair();
  const options = { key: pair.publicKey, padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' };
  const sealed = publicEncrypt(options, Buffer.from('王小明')).toString('base64');
  expect(openSealedText(sealed, pair.privateKey)).toBe('王小明');
  expect(openSealedText('AAAA', pair.privateKey)).toBeUndefined();
});

test('a made certificate is readable X.509 with the serial, the key and the days it was ordered with', async () => {
  const pair = await makeKeyPair();
  const serial = '7F00112233445566778899AABBCCDDEEFF001122';
  const from = Date.parse('2026-01-01T00:00:00Z');
  const until = Date.parse('2051-01-01T00:00:00Z');
  const order = { serial, commonName: 'Tenpay.com', organisation: '演示', privateKeyPem: pair.privateKey, from, until };
  const certificate = new X509Certificate(makeCertificate(order));
  expect(certificate.serialNumber).toBe(serial);
  expect(certificate.publicKey.export({ type: 'spki', format: 'pem' })).toBe(pair.publicKey);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(Date.parse(certificate.validFrom)).toBe(from);
  expect(Date.parse(certificate.validTo)).toBe(until);
  expect(certificate.subject).toContain('演示');
});
