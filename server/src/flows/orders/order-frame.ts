import { autoCompletesAt } from '@fenrun/engine';
import { BEGINNING, FOREVER, type Instant, zone } from '@fenrun/kernel';
import type { Call } from '../../foundation/http';
import type { CompletionStretch, OrderFrame, Reading } from '../../modules/commission';
import { merchantSettings } from '../../modules/plans';

/** What filters of orders are read with. */
export function orderFrame({ merchantId, merchant, now }: Call, reading: Reading): OrderFrame {
  const stretches = settingStretches(reading);
  return { merchantId, region: merchant.region, zone: zone(merchant.timezone), now, stretches };
}

interface SettingStretch extends CompletionStretch {
  readonly addsTax: boolean;
}

/** All of time in stretches over which the settings of orders are the same. */
export function settingStretches({ book }: Pick<Reading, 'book'>): SettingStretch[] {
  const versions = book.settings.flatMap(({ holdsFrom, value }) =>
    value ? [{ holdsFrom, value: merchantSettings(value) }] : [],
  );
  return versions.map(({ holdsFrom, value }, index) => {
    const isFirst = index === 0;
    // Of two versions that hold from the same instant the later one counts; the earlier's stretch is empty.
    const to = versions[index + 1]?.holdsFrom ?? FOREVER;
    const { autoCompleteDays, base } = value;
    return { from: isFirst ? BEGINNING : holdsFrom, to, days: autoCompleteDays, addsTax: !base.pricesIncludeTax };
  });
}

/** When a sale was completed: on somebody’s word, or by itself once that instant has come; and when it will be. */
export function completionOf(
  { paidAt, completedAt }: { readonly paidAt: Instant; readonly completedAt: Instant | null },
  reading: Reading,
): { readonly completedAt: Instant | null; readonly autoCompletesAt: Instant | null } {
  if (completedAt !== null) return { completedAt, autoCompletesAt: null };
  const at = autoCompletesAt(paidAt, reading.settingsAt(paidAt).autoCompleteDays);
  return at <= reading.now ? { completedAt: at, autoCompletesAt: null } : { completedAt: null, autoCompletesAt: at };
}
