import { RulesFrame } from '../plans/rules-frame';

export function SelfPurchasePage() {
  return <RulesFrame tab="self-purchase" />;
}
