import { RulesFrame } from '../plans/rules-frame';

export function BackTestsPage() {
  return <RulesFrame tab="back-tests" />;
}
