import type { Installation, Part } from '../installation';
import { connectDemoMerchants } from './connect-merchants';
import { DEMO, type DemoSurroundings } from './controller';
import { type DemoTime, openDemoTime } from './demo-time';
import { type EmulatorControl, emulatorControl } from './emulator-control';
import { frameRoutes } from './frame/routes';

const emulators = new WeakMap<Installation, EmulatorControl>();
const times = new WeakMap<Installation, DemoTime>();

/** The emulator beside an installation, or null where none runs. The seeds use it too. */
export function emulatorOf(installation: Installation): EmulatorControl | null {
  const { emulatorControl: base, demo } = installation.settings;
  if (!demo || !base) return null;
  const known = emulators.get(installation) ?? emulatorControl(base);
  emulators.set(installation, known);
  return known;
}

/** Takes up the time that the demo has come to; begins before everything that works by the clock. */
export const demoTime: Part = {
  name: 'demo time',
  provide: (installation) => ({ [DEMO]: surroundings(installation) }),
  hot: (installation) => frameRoutes(installation),
  start: async (installation) => {
    if (!installation.settings.demo) return undefined;
    times.set(installation, await openDemoTime(installation.db, installation.clock, emulatorOf(installation)));
    return undefined;
  },
};

/** Connects the demo's merchants with the emulator; begins after the seeds. */
export const demoPhones: Part = {
  name: 'demo phones',
  start: async (installation) => {
    const emulator = emulatorOf(installation);
    if (emulator) await connectDemoMerchants(installation, emulator);
    return undefined;
  },
};

function surroundings(installation: Installation): DemoSurroundings {
  return {
    get time() {
      const time = times.get(installation);
      if (!time) throw new Error('the demo has not begun');
      return time;
    },
    wechat: installation.wechat,
    get emulator() {
      return emulatorOf(installation);
    },
  };
}
