import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Letter {
  readonly url: string;
  readonly headers: Record<string, string>;
  readonly body: string;
}

/** Status and body for the n-th letter (from 0); `hang` never answers. */
export type Answer = { status: number; body?: string } | 'hang';

/** The server under test as callbacks see it: it keeps what comes and answers as it is told. */
export interface Inbox {
  readonly base: string;
  readonly letters: Letter[];
  answerWith: (answer: (letter: Letter, index: number) => Answer) => void;
  readonly close: () => Promise<void>;
}

export async function openInbox(): Promise<Inbox> {
  const letters: Letter[] = [];
  let answer: (letter: Letter, index: number) => Answer = () => ({ status: 204 });
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const letter = { url: request.url ?? '', headers: request.headers as Record<string, string>, body };
    letters.push(letter);
    const told = answer(letter, letters.length - 1);
    if (told !== 'hang') response.writeHead(told.status).end(told.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    letters,
    answerWith: (next) => {
      answer = next;
    },
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
