import { jsonReply, plainHeaders, type RawRequest, type Reply } from '../http/reply';
import { flawOf } from '../shape';
import { ControlRefusal, type ControlRoute, type Stage } from './control-route';
import { CONTROL_ROUTES } from './control-routes';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/** One request to the control listener. A page in a browser cannot reach it by a name of its own: Host must be loopback. */
export async function handleControl(stage: Stage, request: RawRequest): Promise<Reply> {
  if (!LOOPBACK.test(request.headers.host ?? '')) return refusal(403, 'not-loopback', 'Host is not loopback.');
  const route = CONTROL_ROUTES.find(({ method, path }) => method === request.method && path === request.path);
  if (!route) return unmodelled(stage, request);
  try {
    const body = bodyFor(route, request) as never;
    const answer = await route.handle({ stage, world: stage.world, query: request.query, body });
    stage.world.changed();
    return jsonReply(200, answer);
  } catch (error) {
    if (error instanceof ControlRefusal) return refusal(error.status, error.code, error.message);
    throw error;
  }
}

function bodyFor(route: ControlRoute, request: RawRequest): unknown {
  if (!route.body) return undefined;
  const body = parsed(request.body);
  const flaw = flawOf(route.body, body);
  if (flaw) throw new ControlRefusal(400, 'invalid-body', `${flaw.field || '/'} (${flaw.kind})`);
  return body;
}

function parsed(bytes: Buffer): unknown {
  try {
    return bytes.length === 0 ? {} : JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ControlRefusal(400, 'malformed-json', 'The body is not JSON.');
  }
}

function refusal(status: number, code: string, message: string): Reply {
  return jsonReply(status, { error: { code, message } });
}

function unmodelled(stage: Stage, request: RawRequest): Reply {
  const reply = refusal(404, 'unmodelled', `There is no ${request.method} ${request.path}.`);
  stage.world.journal.write({
    listener: 'control',
    endpoint: 'control.unmodelled',
    method: request.method,
    path: request.url,
    headers: plainHeaders(request.headers),
    body: request.body.toString('utf8'),
    status: reply.status,
    answer: reply.body.toString('utf8'),
    outcome: 'UNMODELLED',
    unmodelled: true,
  });
  return reply;
}
