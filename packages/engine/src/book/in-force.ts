import { type Instant, invariant } from '@fenrun/kernel';
import type { Grouping, Ladder, TierBonuses } from '../model/index';
import type { CompiledBook } from './compile-book';
import { type CompiledCampaign, compileCampaign } from './compiled-campaign';
import { type CompiledProgramme, compileProgramme } from './compiled-programme';
import { type CompiledSettings, compileSettings } from './compiled-settings';
import { termsAt, versionAt } from './version-at';

/** What holds at an instant, rules aside (they carry their own windows). */
export interface BookInForce {
  readonly settings: CompiledSettings;
  readonly programmes: ReadonlyMap<string, CompiledProgramme>;
  readonly campaigns: ReadonlyMap<string, CompiledCampaign>;
  readonly grouping: Grouping;
  readonly ladder: Ladder | null;
  readonly tierBonuses: TierBonuses | null;
}

const NO_GROUPING: Grouping = { isOn: true, groups: [] };

/** What holds at the instant. Cheap to ask again: each stretch between two changes is made once. */
export function inForce(compiled: CompiledBook, at: Instant): BookInForce {
  const slice = sliceOf(compiled.changes, at);
  let found = compiled.slices[slice];
  if (!found) {
    found = makeSlice(compiled, compiled.changes[slice] as Instant);
    compiled.slices[slice] = found;
  }
  return found;
}

/** The last change at or before the instant. */
function sliceOf(changes: readonly Instant[], at: Instant): number {
  let low = 0;
  let high = changes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((changes[middle] as Instant) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

function makeSlice({ book }: CompiledBook, at: Instant): BookInForce {
  const settings = termsAt(book.settings, at);
  invariant(settings, 'settings always hold');
  const programmes = new Map<string, CompiledProgramme>();
  for (const { code, versions } of book.programmes) {
    const programme = termsAt(versions, at);
    if (programme) programmes.set(code, compileProgramme(code, programme));
  }
  const campaigns = new Map<string, CompiledCampaign>();
  for (const { code, versions } of book.campaigns) {
    const campaign = versionAt(versions, at)?.value;
    if (campaign) campaigns.set(code, compileCampaign(code, campaign));
  }
  return {
    settings: compileSettings(settings, book.region),
    programmes,
    campaigns,
    grouping: versionAt(book.grouping, at)?.value ?? NO_GROUPING,
    ladder: versionAt(book.ladder, at)?.value ?? null,
    tierBonuses: versionAt(book.tierBonuses, at)?.value ?? null,
  };
}
