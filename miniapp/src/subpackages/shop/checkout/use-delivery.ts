import { useState } from 'react';
import { addAddress, readAddresses } from '@/features/storefront/api';
import type { AddressFields } from '@/features/storefront/model';
import { invalidate } from '@/lib/query/query-cache';
import { useDeed } from '@/lib/query/use-deed';
import { useQuery } from '@/lib/query/use-query';

/** Where it goes: the address chosen now, else the usual one. A new one is kept for the next time, and holds even if keeping fails. */
export function useDelivery() {
  const [chosen, setChosen] = useState<AddressFields | null>(null);
  const [isAddressOpen, setAddressOpen] = useState(false);
  const addresses = useQuery({ key: 'addresses', read: readAddresses });
  const keep = useDeed((fields: AddressFields, key) => addAddress(fields, key));
  const kept = addresses.data?.data;
  const address = chosen ?? kept?.find(({ isDefault }) => isDefault) ?? kept?.[0] ?? null;

  async function saveAddress(fields: AddressFields): Promise<void> {
    setChosen(fields);
    setAddressOpen(false);
    if (await keep.run(fields)) invalidate('addresses');
  }

  return { address, isAddressOpen, setAddressOpen, saveAddress };
}
