import { RulesFrame } from '../plans/rules-frame';

export function PlanTrialPage() {
  return <RulesFrame tab="plan-trial" />;
}
