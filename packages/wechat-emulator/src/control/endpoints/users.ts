import { anything, flag, flawOf, integer, isObject, list, object, optional, text } from '../../shape';
import { putUser, type UserAsk } from '../../state/users';
import { ControlRefusal, controlBare, controlPost } from '../control-route';
import { userView } from '../views';

const USER = object({
  id: optional(text(64)),
  nickname: optional(text(64)),
  phone: optional(text(11, { min: 11, pattern: /^\d+$/ })),
  realName: optional(text(64)),
  highRisk: optional(flag()),
  hasUnionid: optional(flag()),
  riskRank: optional(integer(0, 4)),
  riskUnknown: optional(flag()),
  transferFailReason: optional(anything()),
  openids: optional(anything()),
});

/** `POST /control/users`: one person, or `{"users":[…]}`; idempotent by id. */
export const putUsers = controlPost('/control/users', anything(), ({ world, body }) => {
  const many = isObject(body) && Array.isArray(body['users']) ? body['users'] : undefined;
  const flaw = many ? flawOf(list(USER), many) : flawOf(USER, body);
  if (flaw) throw new ControlRefusal(400, 'invalid-body', `${flaw.field || '/'} (${flaw.kind})`);
  if (!many) return userView(putUser(world.state(), body as UserAsk));
  return { users: many.map((user) => userView(putUser(world.state(), user as UserAsk))) };
});

/** `GET /control/users`. */
export const listUsers = controlBare('GET', '/control/users', ({ world }) => ({
  users: Object.values(world.state().users).map(userView),
}));
