import type { Zone } from '@fenrun/kernel';
import type { PayoutRow } from '../store/payout.row';

/** The number that people and the bank see: the minute of asking in the merchant's zone, and digits of the id. `FR2611211740010193` */
export function payoutNumber({ id, requestedAt }: Pick<PayoutRow, 'id' | 'requestedAt'>, zone: Zone): string {
  const { year, month, day, hour, minute, second } = zone.wallAt(requestedAt);
  const two = (value: number) => String(value).padStart(2, '0');
  const tail = [...id.slice(-8)].reduce((all, letter) => (all * 32 + parseInt(letter, 36)) % 10_000, 0);
  return `FR${two(year % 100)}${two(month)}${two(day)}${two(hour)}${two(minute)}${two(second)}${String(tail).padStart(4, '0')}`;
}
