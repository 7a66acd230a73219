import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import { addAddress, removeAddress, saveAddress } from '../commands/keep-address';
import { addressesOf } from '../queries/orders';
import type { MemberAddressRow } from '../store/member-address.row';

const route = routes.storefront;

type Address = Out<typeof route.addAddress>;

/** The addresses that a member keeps. */
@Controller('/')
export class AddressesController {
  @Serves(route.addresses)
  async addresses(_: In<typeof route.addresses>, call: Call): Promise<Out<typeof route.addresses>> {
    return { data: (await addressesOf(call.db.read, call.merchantId, call.actor.id)).map(view) };
  }

  @Serves(route.addAddress)
  async addAddress({ body }: In<typeof route.addAddress>, call: Call): Promise<Address | Refusal> {
    const added = await call.write((tx) => addAddress(tx, owner(call), body, call.now));
    return isRefusal(added) ? added : view(added);
  }

  @Serves(route.saveAddress)
  async saveAddress({ params, body }: In<typeof route.saveAddress>, call: Call): Promise<Address | Refusal> {
    const saved = await call.write((tx) => saveAddress(tx, owner(call), params.id, body, call.now));
    return isRefusal(saved) ? saved : view(saved);
  }

  @Serves(route.removeAddress)
  async removeAddress({ params }: In<typeof route.removeAddress>, call: Call): Promise<undefined | Refusal> {
    const gone = await call.write((tx) => removeAddress(tx, owner(call), params.id));
    return isRefusal(gone) ? gone : undefined;
  }
}

function owner(call: Call) {
  return { merchantId: call.merchantId, memberId: call.actor.id };
}

function view({ id, name, phone, region, detail, isDefault }: MemberAddressRow): Address {
  return { id, name, phone, region, detail, isDefault };
}
