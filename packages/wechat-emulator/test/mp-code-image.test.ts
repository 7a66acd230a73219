import jsQR from 'jsqr';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { type Json, useStage } from './support/stage';

const stage = useStage();

async function image(body: unknown): Promise<{ type: string | null; bytes: Buffer }> {
  const url = `${stage.emulator.mp}/wxa/getwxacodeunlimit?access_token=${await stage.token()}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body) });
  return { type: answer.headers.get('content-type'), bytes: Buffer.from(await answer.arrayBuffer()) };
}

function scan(bytes: Buffer): Json {
  const png = PNG.sync.read(bytes);
  const found = jsQR(new Uint8ClampedArray(png.data), png.width, png.height);
  return { width: png.width, ...JSON.parse(found?.data ?? '{}') };
}

async function errcode(body: unknown): Promise<number> {
  const { bytes } = await image(body);
  return (JSON.parse(bytes.toString()) as Json).errcode;
}

test('a code is a PNG that scans back to app, page, scene and environment', async () => {
  const { type, bytes } = await image({ scene: 's=Ab3~x', page: 'pages/product/index', width: 600 });
  expect(type).toBe('image/png');
  const { width, ...text } = scan(bytes);
  expect(width).toBeGreaterThan(550);
  expect(text).toEqual({ appid: stage.appid, page: 'pages/product/index', scene: 's=Ab3~x', env: 'release' });
});

test('without a page it is the home page, and a coloured code scans as well', async () => {
  const { bytes } = await image({ scene: 'x', line_color: { r: '20', g: 80, b: '120' }, env_version: 'trial' });
  expect(scan(bytes)).toMatchObject({ page: 'pages/home/index', scene: 'x', env: 'trial' });
});

test.each([
  [40169, 'a missing scene', {}],
  [40169, 'an empty scene', { scene: '' }],
  [40169, 'a scene of 33 characters', { scene: 'a'.repeat(33) }],
  [40129, 'a percent sign', { scene: 'a%20b' }],
  [40129, 'a space', { scene: 'a b' }],
  [40129, 'Chinese', { scene: '茶' }],
  [47001, 'a number as scene', { scene: 5 }],
  [85096, 'the reserved name', { scene: 'scancode_time=1' }],
  [41030, 'an unreleased page', { scene: 'x', page: 'pages/secret/index' }],
  [41030, 'a leading slash', { scene: 'x', page: '/pages/home/index' }],
  [41030, 'a query', { scene: 'x', page: 'pages/home/index?a=1' }],
  [40097, 'a width of 279', { scene: 'x', width: 279 }],
  [40097, 'a width of 1281', { scene: 'x', width: 1281 }],
  [40097, 'an unknown environment', { scene: 'x', env_version: 'beta' }],
])('%i for %s', async (expected, _what, body) => {
  expect(await errcode(body)).toBe(expected);
});

test('an unreleased page is fine without check_path, and 32 visible characters of every sort are a scene', async () => {
  const scene = "09azAZ!#$&'()*+,/:;=?@-._~AbCdEf";
  expect(scene).toHaveLength(32);
  const { bytes } = await image({ scene, page: 'pages/secret/index', check_path: false });
  expect(scan(bytes)).toMatchObject({ scene, page: 'pages/secret/index' });
});
