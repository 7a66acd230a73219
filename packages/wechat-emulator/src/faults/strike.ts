import type { Reply, Wire } from '../http/reply';
import type { Fault } from './fault';

const HTML = Buffer.from(
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><center><h1>502 Bad Gateway</h1></center></body>\r\n</html>\r\n',
);

/** What the wire does to an answer that was ready; kinds that change the content or the signature are done where it is written. */
export function strike(reply: Reply, fault: Fault | undefined): Reply {
  if (!fault) return reply;
  switch (fault.kind) {
    case 'disconnect':
    case 'hang':
    case 'delay':
    case 'drip':
    case 'truncated':
      return { ...reply, wire: { kind: fault.kind, seconds: fault.seconds } satisfies Wire };
    case 'html':
      return { status: fault.status ?? 502, headers: { Server: 'nginx', 'Content-Type': 'text/html' }, body: HTML };
    case 'empty':
      return { ...reply, status: 200, body: Buffer.alloc(0) };
    default:
      return reply;
  }
}
