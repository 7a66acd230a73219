import { zone } from '@fenrun/kernel';
import type { Call } from '../../../foundation/http';
import type { Asking } from '../queries/overview';

/** What a report needs to know of a call. */
export function askingOf(call: Call, programme?: string): Asking {
  const { merchantId, merchant, now, lang } = call;
  return { merchantId, currency: merchant.currency, zone: zone(merchant.timezone), now, lang, programme };
}
