import { FAULT_KINDS, type Fault, type FaultKind } from '../../faults/fault';
import { isAbout } from '../../faults/take-fault';
import { MP_ROUTES } from '../../mp/mp-routes';
import { PAY_ROUTES } from '../../pay/pay-routes';
import { anything, type BodyOf, flag, integer, object, optional, text } from '../../shape';
import { nextCount } from '../../state/seeded';
import { ControlRefusal, controlBare, controlPost } from '../control-route';

const BODY = object({
  endpoint: text(64),
  kind: text(32),
  mchid: optional(text(32)),
  nth: optional(integer(1)),
  times: optional(integer(0)),
  probability: optional(anything()),
  commit: optional(flag()),
  seconds: optional(anything()),
  status: optional(integer(200, 599)),
  code: optional(text(64)),
  message: optional(text(256)),
  errcode: optional(integer(Number.MIN_SAFE_INTEGER)),
});
type Body = BodyOf<typeof BODY>;

/** `POST /control/faults`: a fault that waits for calls (wechat.md 5.5). */
export const addFault = controlPost('/control/faults', BODY, ({ world, body }) => {
  const kind = readKind(body);
  const rule = FAULT_KINDS[kind];
  const times = body.times ?? 1;
  const fault: Fault = {
    id: `fault-${nextCount(world.state(), 'fault')}`,
    endpoint: body.endpoint,
    kind,
    mchid: body.mchid ?? null,
    passesLeft: (body.nth ?? 1) - 1,
    strikesLeft: times === 0 ? null : times,
    probability: fraction(body.probability),
    commit: rule.commit === 'both' ? (body.commit ?? false) : rule.commit,
    seconds: secondsOf(body.seconds),
    status: body.status ?? null,
    code: body.code ?? null,
    message: body.message ?? null,
    errcode: body.errcode ?? null,
    struck: 0,
  };
  world.state().faults.push(fault);
  return fault;
});

/** `GET /control/faults`: those that still wait. */
export const listFaults = controlBare('GET', '/control/faults', ({ world }) => ({ faults: world.state().faults }));

/** `DELETE /control/faults`, or of one `?id=`. */
export const clearFaults = controlBare('DELETE', '/control/faults', ({ world, query }) => {
  const state = world.state();
  const id = query.get('id');
  state.faults = id === null ? [] : state.faults.filter((fault) => fault.id !== id);
  return { faults: state.faults };
});

/** The kind, if there is such a one, if it fits the endpoint, and if there is such an endpoint. */
function readKind(body: Body): FaultKind {
  if (!Object.hasOwn(FAULT_KINDS, body.kind)) throw wrong('unknown-fault', `There is no fault "${body.kind}".`);
  const kind = body.kind as FaultKind;
  const names = [...MP_ROUTES, ...PAY_ROUTES].map((route) => route.name);
  if (!names.some((name) => isAbout({ endpoint: body.endpoint, mchid: null }, name, undefined))) {
    throw wrong('unknown-endpoint', `There is no endpoint "${body.endpoint}".`);
  }
  const isPayOnly = 'payOnly' in FAULT_KINDS[kind];
  if (isPayOnly && body.endpoint.startsWith('mp.')) throw wrong('fault-does-not-fit', `"${kind}" is for pay only.`);
  const rule = FAULT_KINDS[kind].commit;
  if (rule !== 'both' && body.commit !== undefined && body.commit !== rule) {
    throw wrong('fault-does-not-fit', `"${kind}" has commit ${String(rule)}.`);
  }
  return kind;
}

function fraction(value: unknown): number {
  if (value === undefined) return 1;
  if (typeof value === 'number' && value >= 0 && value <= 1) return value;
  throw wrong('invalid-body', '/probability is from 0 to 1.');
}

function secondsOf(value: unknown): number | null {
  if (value === undefined) return null;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrong('invalid-body', '/seconds is a number.');
}

function wrong(code: string, message: string): ControlRefusal {
  return new ControlRefusal(400, code, message);
}
