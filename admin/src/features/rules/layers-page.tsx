import { RulesFrame } from '../plans/rules-frame';

export function LayersPage() {
  return <RulesFrame tab="layers" />;
}
