import { RulesFrame } from '../plans/rules-frame';

export function CouponsPage() {
  return <RulesFrame tab="coupons" />;
}
