import { device } from './device';
import { dialogs } from './dialogs';
import { drawing } from './drawing';
import { navigation } from './navigation';
import { network } from './network';
import { people } from './people';
import type { Surroundings } from './surroundings';

/** Names that are read to find out whether they are there; they are no calls. */
const ASKED_ABOUT = new Set(['webpackJsonp', 'then', 'cloud', 'env', 'hasOwnProperty', 'toJSON']);

/**
 * A `wx` that answers what is modelled here and nothing else: any other call is a violation, and throws. What is modelled is an own
 * property, because Taro makes its promises of those.
 */
export function makeWx(surroundings: Surroundings): object {
  const modelled: Record<string, unknown> = {
    ...device(surroundings),
    ...network(surroundings),
    ...people(surroundings),
    ...dialogs(surroundings),
    ...drawing(surroundings),
    ...navigation(surroundings),
  };
  return new Proxy(modelled, {
    get(target, name) {
      if (typeof name !== 'string' || Object.hasOwn(target, name) || ASKED_ABOUT.has(name))
        return Reflect.get(target, name);
      return () => {
        surroundings.violations.add(`wx.${name} is not modelled`);
        throw new Error(`wx.${name} is not modelled`);
      };
    },
  });
}
