import { RulesFrame } from '../plans/rules-frame';

export function CampaignsPage() {
  return <RulesFrame tab="campaigns" />;
}
