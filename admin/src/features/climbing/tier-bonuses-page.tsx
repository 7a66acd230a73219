import { RulesFrame } from '../plans/rules-frame';

export function TierBonusesPage() {
  return <RulesFrame tab="tier-bonuses" />;
}
