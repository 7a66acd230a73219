import { post } from '../../callbacks/post';
import { pushCheck } from '../../callbacks/push-envelope';
import { pushEvent } from '../../mp/shipping/push-settlement';
import { isNotifyUrl } from '../../pay/notify-url';
import { anything, flag, flawOf, isObject, object, optional, text } from '../../shape';
import type { PushTarget } from '../../state/parties';
import type { World } from '../../state/world';
import { ControlRefusal, controlPost, known } from '../control-route';
import { callbackView } from '../views';

const PUSH = object({
  url: text(512),
  token: text(32),
  encodingAesKey: optional(text(43, { min: 43 })),
  mode: text(8, { pattern: /^(plain|safe)$/ }),
  format: text(8, { pattern: /^(json|xml)$/ }),
});

/** `POST /control/push`: the message push of an app's console, with its `echostr` check if wished. */
export const putPush = controlPost(
  '/control/push',
  object({ appid: text(32), push: anything(), verify: optional(flag()) }),
  async ({ world, body }) => {
    const app = known(world.state().apps[body.appid], 'unknown-app', `There is no app ${body.appid}.`);
    const push = readPush(body.push ?? null);
    if (push && body.verify) await verify(world, push);
    app.push = push;
    return { push };
  },
);

/** `POST /control/push/send`: any event, through the push as it is set. */
export const sendPush = controlPost(
  '/control/push/send',
  object({ appid: text(32), event: anything() }),
  ({ world, body }) => {
    if (!isObject(body.event) || typeof body.event['Event'] !== 'string') {
      throw new ControlRefusal(400, 'invalid-body', '/event is an object with an "Event".');
    }
    const id = pushEvent(world, body.appid, String(body.event['Event']), body.event);
    const callback = id === undefined ? undefined : world.state().callbacks[id];
    return { callback: callbackView(known(callback, 'no-push', `The app ${body.appid} has no message push.`)) };
  },
);

/** A push target as it stands in a body; null is none. */
export function readPush(value: unknown): PushTarget | null {
  if (value === null) return null;
  const flaw = flawOf(PUSH, value);
  if (flaw) throw new ControlRefusal(400, 'invalid-body', `/push${flaw.field} (${flaw.kind})`);
  const push = { encodingAesKey: null, ...(value as Omit<PushTarget, 'encodingAesKey'>) } as PushTarget;
  if (!isNotifyUrl(push.url)) throw new ControlRefusal(400, 'invalid-body', '/push/url is https, or http on loopback.');
  if (push.mode === 'safe' && push.encodingAesKey === null) {
    throw new ControlRefusal(400, 'invalid-body', '/push/encodingAesKey is needed in safe mode.');
  }
  return push;
}

async function verify(world: World, push: PushTarget): Promise<void> {
  const { url, echo } = pushCheck(world, push);
  const answer = await post({ url, method: 'GET', headers: {}, body: '', signal: world.closing.signal });
  if (answer.status === 200 && answer.body === echo) return;
  throw new ControlRefusal(409, 'push-not-verified', `The URL answered ${answer.status} and not the echostr.`);
}
