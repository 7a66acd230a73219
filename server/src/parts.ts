import { demoPhones, demoTime } from './demo/part';
import { demoSeeds } from './demo/seed/seed-part';
import { cleaning } from './flows/clean-up';
import { exchangeCodeAt } from './flows/exchange-code';
import { type Intake, openIntake } from './flows/intake';
import { readOrder } from './flows/orders/read-order';
import { pushFacts } from './flows/push-facts';
import { salesWebhook } from './flows/sales-webhook';
import { shopPart } from './flows/shop-part';
import { TIMELINES, type Timelines, timelines } from './flows/timeline/advance';
import { startTimelineWorker } from './flows/timeline/worker';
import { BACK_TESTS, type BackTestRunner, backTestRunner } from './flows/trials/back-test-runner';
import { PLAN_TRIALS, type PlanTrials, planTrials } from './flows/trials/plan-trials';
import { addDueWork } from './foundation/jobs';
import { IMPORTS, type ImportRunner, importRunner, markBrokenOff } from './imports';
import { INSTALLATION, type Installation, type Part } from './installation';
import { EXCHANGE_CODE, IDENTITY, type IdentitySurroundings, webhookSenders } from './modules/identity';
import { EXPORTS, type ExportRunner, exportRunner } from './modules/reporting';

/** Who is who. */
const identity: Part = {
  name: 'identity',
  provide: (installation: Installation) => ({
    [INSTALLATION]: installation,
    [IDENTITY]: identitySurroundings(installation),
    [EXCHANGE_CODE]: exchangeCodeAt(installation.wechat),
  }),
  start: async ({ db, clock, log }) => cleaning(db, clock, log),
};

function identitySurroundings({ box, limits, settings, mailer }: Installation): IdentitySurroundings {
  return { box, limits, mailer, publicUrl: settings.publicUrl, demo: settings.demo };
}

/** The intake of each installation: what shops tell is recorded in groups. */
const intakes = new WeakMap<Installation, Intake>();

export function intakeOf(installation: Installation): Intake {
  const known = intakes.get(installation) ?? openIntake(installation.db, installation.clock);
  intakes.set(installation, known);
  return known;
}

/** The timelines of each installation: one per process, so that whoever listens hears everything. */
const lines = new WeakMap<Installation, Timelines>();

export function timelinesOf(installation: Installation): Timelines {
  const known = lines.get(installation) ?? timelines(installation.db, installation.clock);
  lines.set(installation, known);
  return known;
}

/** What was recorded is settled, and what becomes due is done. */
const timeline: Part = {
  name: 'timeline',
  provide: (installation) => ({ [TIMELINES]: timelinesOf(installation) }),
  start: async (installation) => {
    pushFacts(timelinesOf(installation), installation.push, installation.log);
    const worker = startTimelineWorker(timelinesOf(installation), installation.log);
    const forget = addDueWork(installation.clock, { name: 'timeline', ...worker });
    return () => {
      forget();
      return worker.stop();
    };
  },
};

/** Sales from outside. */
const salesDoor: Part = {
  name: 'sales door',
  hot: (installation) => {
    const { db, clock, box } = installation;
    return [salesWebhook({ db, clock, intake: intakeOf(installation), senders: webhookSenders(db.read, box) })];
  },
  start: async (installation) => () => intakeOf(installation).drained(),
};

/** The shop in the mini-program, and the way to WeChat that it uses. */
const shop = shopPart(readOrder);

const runners = new WeakMap<Installation, ImportRunner>();

/** Imports run beside the answering of requests. */
const imports: Part = {
  name: 'imports',
  provide: (installation) => {
    const { settings, log } = installation;
    const runner = importRunner(timelinesOf(installation), settings.dataDir, log);
    runners.set(installation, runner);
    return { [IMPORTS]: runner };
  },
  start: async (installation) => {
    await markBrokenOff(timelinesOf(installation));
    return () => runners.get(installation)?.stop() ?? Promise.resolve();
  },
};

const exporters = new WeakMap<Installation, ExportRunner>();

/** Exports are written beside the answering of requests. */
const exportFiles: Part = {
  name: 'exports',
  provide: (installation) => {
    const { db, clock, settings, log } = installation;
    const runner = exportRunner(db, clock, settings.dataDir, log);
    exporters.set(installation, runner);
    return { [EXPORTS]: runner };
  },
  start: async (installation) => {
    await exporters.get(installation)?.recover();
    return () => exporters.get(installation)?.stop() ?? Promise.resolve();
  },
};

const backTesters = new WeakMap<Installation, BackTestRunner>();

/** Back-tests run beside the answering of requests. */
const backTests: Part = {
  name: 'back-tests',
  provide: (installation) => {
    const { db, clock, log } = installation;
    const runner = backTestRunner(db, clock, log);
    backTesters.set(installation, runner);
    return { [BACK_TESTS]: runner };
  },
  start: async (installation) => {
    await backTesters.get(installation)?.recover();
    return () => backTesters.get(installation)?.stop() ?? Promise.resolve();
  },
};

const planners = new WeakMap<Installation, PlanTrials>();

/** Scenarios are played in processes of their own. */
const plans: Part = {
  name: 'plans',
  provide: (installation) => {
    const trials = planTrials(installation.settings.scenarioProgram);
    planners.set(installation, trials);
    return { [PLAN_TRIALS]: trials };
  },
  start: async (installation) => async () => planners.get(installation)?.stop(),
};

/** Everything that runs in a process, in the order of beginning. */
export const parts: readonly Part[] = [
  demoTime,
  demoSeeds,
  identity,
  timeline,
  salesDoor,
  shop,
  demoPhones,
  imports,
  exportFiles,
  backTests,
  plans,
];
