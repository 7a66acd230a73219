import { RulesFrame } from '../plans/rules-frame';

export function GroupsPage() {
  return <RulesFrame tab="groups" />;
}
