import type { AddressFields } from './model';

/** The first field that a parcel would not arrive by; null when all is well. Numbers from abroad have a plus and other lengths. */
export function faultOf({ name, phone, region, detail }: AddressFields): 'name' | 'phone' | 'area' | 'street' | null {
  if (name.trim() === '') return 'name';
  if (!/^\+?[\d\s-]{5,20}$/.test(phone.trim())) return 'phone';
  if (region.trim() === '') return 'area';
  return detail.trim() === '' ? 'street' : null;
}
