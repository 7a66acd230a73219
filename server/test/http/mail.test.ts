import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { startServer } from '../support/harness';

/** A mail server that takes everything; answers what it was told. */
async function mailServer() {
  const told: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write('220 here\r\n');
    socket.on('data', (chunk) => {
      const text = chunk.toString();
      told.push(text);
      if (inData) {
        if (!text.endsWith('\r\n.\r\n')) return;
        inData = false;
        socket.write('250 taken\r\n');
      } else if (/^DATA/i.test(text)) {
        inData = true;
        socket.write('354 go on\r\n');
      } else if (/^QUIT/i.test(text)) socket.end('221 bye\r\n');
      else socket.write('250 ok\r\n');
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  return { url: `smtp://127.0.0.1:${port}?from=shop@tea.test`, told, close: () => server.close() };
}

test('whoever is added gets a mail with the way in, and never a password', async () => {
  const mail = await mailServer();
  const server = await startServer({ smtpUrl: mail.url });
  const tea = await server.merchant('tea');
  const { body } = await tea.owner.post<{ password: string }>('/api/v1/staff?lang=en', {
    email: 'new@tea.test',
    name: 'New',
    role: 'viewer',
  });
  for (let tries = 0; tries < 100 && !mail.told.join('').includes('\r\n.\r\n'); tries += 1)
    await new Promise((done) => setTimeout(done, 20));
  const sent = mail.told.join('');
  expect(sent).toContain('RCPT TO:<new@tea.test>');
  expect(sent).toContain('/admin/');
  expect(sent).not.toContain(body.password);
  await server.stop();
  mail.close();
});

test('without a mail server, or with one that is gone, a person is added all the same', async () => {
  const server = await startServer({ smtpUrl: 'smtp://127.0.0.1:1' });
  const tea = await server.merchant('tea');
  const added = await tea.owner.post('/api/v1/staff', { email: 'new@tea.test', name: 'New', role: 'viewer' });
  expect(added.status).toBe(201);
  await server.stop();
});
