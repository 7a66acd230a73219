import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { readSettings, WrongSetting } from '../../src/config/settings';
import { startServer } from '../support/harness';

const here = '/nowhere';
const KEY = Buffer.alloc(32, 1).toString('base64');

test.each([
  ['DEMO=1 in production', { DEMO: '1', NODE_ENV: 'production', SECRET_KEY: KEY }],
  ['DEMO=1 beyond this machine', { DEMO: '1', HOST: '0.0.0.0', SECRET_KEY: KEY }],
  ['production without SECRET_KEY', { NODE_ENV: 'production' }],
  ['a SECRET_KEY of 16 bytes', { SECRET_KEY: Buffer.alloc(16).toString('base64') }],
  ['a port that is no number', { PORT: 'http', SECRET_KEY: KEY }],
  ['a PUBLIC_URL without a scheme', { PUBLIC_URL: 'shop.example', SECRET_KEY: KEY }],
])('%s does not start', (_, env) => {
  expect(() => readSettings(env, here)).toThrow(WrongSetting);
});

test('the defaults are those of the document', () => {
  const settings = readSettings({ SECRET_KEY: KEY, DATA_DIR: '/tmp/x' }, here);
  expect(settings).toMatchObject({
    port: 7001,
    host: '127.0.0.1',
    publicUrl: 'http://127.0.0.1:7001',
    trustProxy: 0,
    demo: false,
  });
});

test('a server that ends lets an open request finish and takes no new one', async () => {
  const server = await startServer();
  const { port } = new URL(server.url);
  const body = JSON.stringify({ email: 'nobody@tea.test', password: 'whatever' });
  let stopped: Promise<void> | undefined;
  const answer = await new Promise<string>((done, fail) => {
    const socket = connect(Number(port), '127.0.0.1', () => {
      socket.write(
        `POST /api/v1/session HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`,
      );
      setTimeout(() => {
        stopped = server.stop();
        setTimeout(() => socket.write(body), 100);
      }, 50);
    });
    let text = '';
    socket.on('data', (chunk) => {
      text += chunk;
    });
    socket.on('end', () => done(text));
    socket.on('error', fail);
  });
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
  await stopped;
  await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
});

test('behind a trusted proxy the caller is who the proxy says, and nobody else', async () => {
  const behind = await startServer({ trustProxy: 1 });
  const tea = await behind.merchant('tea');
  for (let attempt = 0; attempt < 5; attempt += 1) {
    await behind
      .client({ 'x-forwarded-for': `6.6.6.${attempt}, 10.0.0.9` })
      .post('/api/v1/session', { email: tea.ownerEmail, password: 'wrong' });
  }
  const same = await behind
    .client({ 'x-forwarded-for': '1.2.3.4, 10.0.0.9' })
    .post('/api/v1/session', { email: tea.ownerEmail, password: 'wrong' });
  expect(same.status).toBe(429);
  const other = await behind
    .client({ 'x-forwarded-for': '10.0.0.10' })
    .post('/api/v1/session', { email: tea.ownerEmail, password: 'wrong' });
  expect(other.status).toBe(401);
  await behind.stop();
});
