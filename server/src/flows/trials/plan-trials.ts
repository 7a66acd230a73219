import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Refusal, refuse } from '@fenrun/kernel';

/** The name under which the trials of plans stand in the container. */
export const PLAN_TRIALS = 'planTrials';

/** What the program that plays scenario files says of one. */
export type PlayedPlan =
  | {
      readonly title: string;
      readonly passed: boolean;
      readonly differences: readonly {
        readonly path: string;
        readonly expected?: unknown;
        readonly actual?: unknown;
      }[];
      readonly actual: Record<string, unknown>;
    }
  | { readonly invalid: { readonly path: string; readonly detail: string } };

/** Plays scenario files in processes of their own, each on an embedded database that is thrown away. */
export interface PlanTrials {
  /** One at a time for a merchant, and few in all. Refused where that is reached, and where it takes too long. */
  play(merchantId: string, scenario: unknown): Promise<PlayedPlan | Refusal>;
  /** Ends what runs. */
  stop(): void;
}

export interface PlanLimits {
  readonly milliseconds: number;
  readonly atOnce: number;
}

const LIMITS: PlanLimits = { milliseconds: 60_000, atOnce: 2 };

/** A report of a file of the size that a request may have stays far below; anything larger is a mistake. */
const ANSWER_AT_MOST = 64 * 1024 * 1024;

const MEMORY_MB = 512;

/** The processor goes to requests first. */
const NICE = 10;

const RETRY_AFTER_SECONDS = 5;

export function planTrials(program: string, limits: PlanLimits = LIMITS): PlanTrials {
  const running = new Map<string, AbortController>();
  return {
    play: async (merchantId, scenario) => {
      if (running.has(merchantId)) return refuse('plan-trial-running');
      if (running.size >= limits.atOnce) return refuse('too-many-requests', { retryAfterSeconds: RETRY_AFTER_SECONDS });
      const ending = new AbortController();
      running.set(merchantId, ending);
      try {
        return await playAside(program, scenario, limits.milliseconds, ending.signal);
      } finally {
        running.delete(merchantId);
      }
    },
    stop: () => {
      for (const ending of running.values()) ending.abort();
    },
  };
}

async function playAside(
  program: string,
  scenario: unknown,
  milliseconds: number,
  stopped: AbortSignal,
): Promise<PlayedPlan | Refusal> {
  if (!existsSync(program)) throw new Error(`${program} is not built`);
  const folder = await mkdtemp(join(tmpdir(), 'fenrun-plan-'));
  try {
    return await playIn(folder, program, scenario, milliseconds, stopped);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function playIn(
  folder: string,
  program: string,
  scenario: unknown,
  milliseconds: number,
  stopped: AbortSignal,
): Promise<PlayedPlan | Refusal> {
  const file = join(folder, 'plan.json');
  await writeFile(file, JSON.stringify(scenario));
  const late = AbortSignal.timeout(milliseconds);
  const ended = await run(program, [file], folder, AbortSignal.any([late, stopped]));
  if (stopped.aborted) return refuse('shutting-down');
  if (late.aborted) return refuse('plan-trial-too-long');
  if (ended.code === null || ended.code > 2 || ended.output === '')
    throw new Error(`a plan could not be played (${ended.code}): ${ended.complaint.slice(0, 2_000)}`);
  return JSON.parse(ended.output) as PlayedPlan;
}

interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly complaint: string;
}

/** Runs the program with nothing of our environment: it needs no secret, and gets none. Its own files stay in the folder. */
function run(program: string, files: readonly string[], folder: string, signal: AbortSignal): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${MEMORY_MB}`, program, '--json', '--details', ...files],
      { cwd: folder, env: { TMPDIR: folder, TEMP: folder, TZ: 'UTC' }, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    const end = () => child.kill('SIGKILL');
    signal.addEventListener('abort', end);
    process.once('exit', end);
    if (child.pid !== undefined) yieldProcessor(child.pid);
    const output: Buffer[] = [];
    let size = 0;
    let complaint = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output.push(chunk);
      size += chunk.length;
      if (size > ANSWER_AT_MOST) end();
    });
    child.stderr.on('data', (chunk: Buffer) => {
      if (complaint.length < 10_000) complaint += chunk.toString();
    });
    child.on('error', reject);
    child.on('close', (code) => {
      signal.removeEventListener('abort', end);
      process.off('exit', end);
      resolve({ code, output: Buffer.concat(output).toString('utf8'), complaint });
    });
  });
}

function yieldProcessor(pid: number): void {
  try {
    setPriority(pid, NICE);
  } catch {
    // It has ended already, or this system does not allow it: then it runs like any other.
  }
}
