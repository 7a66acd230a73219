import type { World } from './world';

/** How many calls of this name there have been in the present window of virtual time, this one included. */
export function countCall(world: World, name: string, windowMs: number): number {
  const window = Math.floor(world.clock.now() / windowMs);
  const known = world.rates.get(name);
  const calls = known?.window === window ? known.calls + 1 : 1;
  world.rates.set(name, { window, calls });
  return calls;
}
