import type { AgendaRunner } from '../clock/agenda-runner';
import { type BodyOf, type Shape } from '../shape';
import type { World } from '../state/world';

/** What control calls may reach besides the world: the clock's runner and the two other listeners. */
export interface Stage {
  readonly world: World;
  readonly runner: AgendaRunner;
  readonly bases: () => { mp: string; pay: string; control: string };
  /** Takes a listener down or up. */
  readonly switchListener: (name: 'mp' | 'pay', isUp: boolean) => Promise<void>;
}

export interface ControlCall<Body> {
  readonly stage: Stage;
  readonly world: World;
  readonly query: URLSearchParams;
  readonly body: Body;
}

/** A refusal of the control listener, thrown by endpoints and answered as `{"error":{code,message}}`. */
export class ControlRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export interface ControlRoute {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body: Shape | undefined;
  readonly handle: (call: ControlCall<never>) => unknown;
}

/** A POST whose body is checked against the shape; what `handle` gives back is the answer. */
export function controlPost<S extends Shape>(
  path: string,
  body: S,
  handle: (call: ControlCall<BodyOf<S>>) => unknown,
): ControlRoute {
  return { method: 'POST', path, body, handle: handle as ControlRoute['handle'] };
}

export function controlBare(
  method: ControlRoute['method'],
  path: string,
  handle: (call: ControlCall<undefined>) => unknown,
): ControlRoute {
  return { method, path, body: undefined, handle: handle as ControlRoute['handle'] };
}

/** The value, or a 404 that says what is not there. */
export function known<T>(value: T | undefined, code: string, message: string): T {
  if (value === undefined) throw new ControlRefusal(404, code, message);
  return value;
}
