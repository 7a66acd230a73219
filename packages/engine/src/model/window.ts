import { BEGINNING, FOREVER, type Instant } from '@fenrun/kernel';

/** A half-open window `[from, to)` of instants; `null` is open on that side. Dates become instants in the merchant's zone before they come here. */
export interface Window {
  readonly from: Instant | null;
  readonly to: Instant | null;
}

/** Whether the instant lies in the window. */
export function holdsAt(window: Window, at: Instant): boolean {
  return (window.from ?? BEGINNING) <= at && at < (window.to ?? FOREVER);
}
