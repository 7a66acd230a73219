import { connect, type Socket } from 'node:net';

/** A request made ready before the clock starts: sending it costs the sender next to nothing. */
export type Prepared = Buffer;

/** A POST request of JSON with its headers, as bytes. */
export function prepare(path: string, body: string, headers: Readonly<Record<string, string>>): Prepared {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const length = Buffer.byteLength(body);
  return Buffer.from(
    `POST ${path} HTTP/1.1\r\nhost: shop\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n${lines.join('')}\r\n${body}`,
  );
}

/** What an answer was: its status, and its body where somebody asks. */
export interface Received {
  readonly status: number;
  readonly body: string;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/**
 * Sends requests over connections that are kept open, one at a time on each, the next as soon as an answer is there. An answer other
 * than 200 ends it. `onAnswer` sees every answer.
 */
export async function sendAll(
  port: number,
  requests: readonly Prepared[],
  connections: number,
  onAnswer?: (index: number, answer: Received) => void,
): Promise<void> {
  let next = 0;
  const take = () => (next < requests.length ? next++ : -1);
  await Promise.all(
    Array.from({ length: Math.min(connections, requests.length) }, () => sendOver(port, requests, take, onAnswer)),
  );
}

function sendOver(
  port: number,
  requests: readonly Prepared[],
  take: () => number,
  onAnswer?: (index: number, answer: Received) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    socket.setNoDelay(true);
    let index = -1;
    const write = () => {
      index = take();
      if (index < 0) socket.end(resolve);
      else socket.write(requests[index] as Prepared);
    };
    onAnswers(socket, (answer) => {
      if (answer.status !== 200) {
        socket.destroy();
        return reject(new Error(`answered ${answer.status}: ${answer.body}`));
      }
      onAnswer?.(index, answer);
      write();
    });
    socket.once('connect', write);
    socket.once('error', reject);
    socket.once('close', () => (index < 0 ? resolve() : reject(new Error('the connection was closed'))));
  });
}

/** Cuts what a socket receives into answers; the server says how long each is. */
function onAnswers(socket: Socket, take: (answer: Received) => void): void {
  let kept: Buffer = Buffer.alloc(0);
  socket.on('data', (chunk: Buffer) => {
    kept = kept.length === 0 ? chunk : Buffer.concat([kept, chunk]);
    for (;;) {
      const headEnd = kept.indexOf(HEAD_END);
      if (headEnd < 0) return;
      const head = kept.toString('latin1', 0, headEnd);
      const length = Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      const end = headEnd + HEAD_END.length + length;
      if (kept.length < end) return;
      const body = kept.toString('utf8', headEnd + HEAD_END.length, end);
      kept = kept.subarray(end);
      take({ status: Number(head.slice(9, 12)), body });
    }
  });
}
