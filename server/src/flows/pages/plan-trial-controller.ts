import { type In, type Lang, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { PLAN_TRIALS, type PlanTrials, type PlayedPlan } from '../trials/plan-trials';

const route = routes.trials.plan;

type Answer = Out<typeof route>;
type Played = Extract<PlayedPlan, { passed: boolean }>;

/** A plan tried as a scenario, in a database of its own; nothing of the merchant is touched. */
@Controller('/')
export class PlanTrialController {
  @Inject(PLAN_TRIALS)
  private readonly trials: PlanTrials;

  @Serves(route)
  async plan({ body }: In<typeof route>, call: Call): Promise<Answer | Refusal> {
    const began = performance.now();
    const played = await this.trials.play(call.merchantId, body.scenario);
    if (isRefusal(played)) return played;
    const milliseconds = Math.round(performance.now() - began);
    if ('invalid' in played) {
      const { title } = body.scenario;
      const told = typeof title === 'string' ? title : '';
      return { title: told, passed: false, diffs: [], actual: {}, invalid: played.invalid, milliseconds };
    }
    const { title, passed, differences, actual } = played;
    return {
      title,
      passed,
      diffs: differences.map((one) => diffOf(one, call.lang)),
      actual,
      invalid: null,
      milliseconds,
    };
  }
}

function diffOf({ path, expected, actual }: Played['differences'][number], lang: Lang): Answer['diffs'][number] {
  return { path, expected: expected ?? null, actual: actual ?? null, text: diffText({ path, expected, actual }, lang) };
}

function diffText({ path, expected, actual }: Played['differences'][number], lang: Lang): string {
  const zh = lang === 'zh';
  if (expected === undefined)
    return zh ? `${path}：没有预期，却出现了 ${show(actual)}` : `${path}: not expected, but there is ${show(actual)}`;
  if (actual === undefined)
    return zh ? `${path}：预期 ${show(expected)}，没有出现` : `${path}: expected ${show(expected)}, which did not come`;
  return zh
    ? `${path}：预期 ${show(expected)}，实际 ${show(actual)}`
    : `${path}: expected ${show(expected)}, got ${show(actual)}`;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
