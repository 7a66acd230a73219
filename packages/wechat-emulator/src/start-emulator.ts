import { planInterrupted } from './callbacks/deliver';
import { AgendaRunner } from './clock/agenda-runner';
import type { Stage } from './control/control-route';
import { advance } from './control/endpoints/clock';
import { pairByName } from './control/endpoints/merchants';
import { handleControl } from './control/handle-control';
import { type ConfigView, configView } from './control/views';
import { doTask } from './do-task';
import { Listener } from './http/listener';
import { handleMp } from './mp/handle-mp';
import { handlePay } from './pay/handle-pay';
import { type EmulatorState, emptyState } from './state/emulator-state';
import { StateFile } from './state/state-file';
import { makeWorld, type World } from './state/world';

const LARGEST_CALL_BYTES = 10 * 1024 * 1024;
const LARGEST_CONTROL_BYTES = 1024 * 1024 * 1024;

export interface EmulatorOptions {
  /** The folder of `state.json`; without one everything is in memory. */
  readonly dir?: string;
  /** 0, the default, takes a free port. */
  readonly ports?: { readonly mp?: number; readonly pay?: number; readonly control?: number };
  /** Names of the pairs that must be there; `demo` by default. */
  readonly merchants?: readonly string[];
  readonly seed?: number;
  /** A snapshot to begin from, before what the folder holds. */
  readonly state?: EmulatorState;
  /** The real clock below the virtual one, in epoch ms. */
  readonly now?: () => number;
}

export interface Emulator {
  /** Base URLs without a trailing slash. */
  readonly mp: string;
  readonly pay: string;
  readonly control: string;
  readonly world: World;
  /** What `GET /control/config` answers. */
  readonly config: () => ConfigView;
  /** Moves the virtual clock and resolves when all that became due is done; 0 waits for what is due now. */
  readonly advance: (seconds: number) => Promise<void>;
  /** Closes the listeners and writes the state. */
  readonly stop: () => Promise<void>;
}

/** Starts the three listeners on 127.0.0.1, with the pairs asked for, and takes up what was pending in a kept state. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const realNow = options.now ?? Date.now;
  const kept = options.state ? structuredClone(options.state) : options.dir ? StateFile.read(options.dir) : undefined;
  const world = makeWorld(kept ?? emptyState(options.seed ?? 1, realNow()), realNow);
  for (const name of options.merchants ?? ['demo']) await pairByName(world, name);
  const file = options.dir ? new StateFile(options.dir, world.state) : undefined;
  const runner = new AgendaRunner(world, doTask);
  const listeners = makeListeners(world, runner);
  const mp = await listeners.mp.open(options.ports?.mp ?? 0);
  const pay = await listeners.pay.open(options.ports?.pay ?? 0);
  const control = await listeners.control.open(options.ports?.control ?? 0);
  world.onChange(() => runner.nudge());
  world.onChange(() => file?.saveSoon());
  planInterrupted(world);
  file?.saveNow();
  runner.nudge();
  return {
    mp,
    pay,
    control,
    world,
    config: () => configView(world, { mp, pay, control }),
    advance: (seconds) => advance({ world, runner }, seconds),
    stop: async () => {
      runner.stop();
      world.closing.abort();
      await Promise.all([listeners.mp.close(), listeners.pay.close(), listeners.control.close()]);
      file?.close();
    },
  };
}

function makeListeners(world: World, runner: AgendaRunner): Record<'mp' | 'pay' | 'control', Listener> {
  const mp = new Listener((request) => handleMp(world, request), LARGEST_CALL_BYTES);
  const pay = new Listener((request) => handlePay(world, request), LARGEST_CALL_BYTES);
  const switched = { mp, pay };
  const stage: Stage = {
    world,
    runner,
    bases: () => ({ mp: mp.baseUrl(), pay: pay.baseUrl(), control: control.baseUrl() }),
    switchListener: async (name, isUp) => void (await (isUp ? switched[name].open() : switched[name].close())),
  };
  const control: Listener = new Listener((request) => handleControl(stage, request), LARGEST_CONTROL_BYTES);
  return { mp, pay, control };
}
