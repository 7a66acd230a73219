import { RulesFrame } from '../plans/rules-frame';

export function LadderPage() {
  return <RulesFrame tab="ladder" />;
}
