import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import { addStaff } from '../commands/add-staff';
import { changeStaff, removeStaff } from '../commands/change-staff';
import { hashPassword } from '../domain/passwords';
import { newPassword } from '../domain/tokens';
import { type StaffRow, staffOf } from '../queries/find-people';
import { IDENTITY, type IdentitySurroundings } from './surroundings';
import { welcomeMail } from './welcome-mail';

const route = routes.identity;

/** The people of a merchant. */
@Controller('/')
export class StaffController {
  @Inject(IDENTITY)
  private readonly own: IdentitySurroundings;

  @Serves(route.staff)
  async staff(_: In<typeof route.staff>, call: Call): Promise<Out<typeof route.staff>> {
    return { data: (await staffOf(call.db.read, call.merchantId)).map(view) };
  }

  @Serves(route.addStaff)
  async addStaff({ body }: In<typeof route.addStaff>, call: Call): Promise<Out<typeof route.addStaff> | Refusal> {
    const password = newPassword();
    const passwordHash = await hashPassword(password);
    const { email, name, role } = body;
    const added = await call.write(async (tx) => {
      const made = await addStaff(tx, { merchantId: call.merchantId, email, name, role, passwordHash }, call.now);
      return isRefusal(made) ? made : { personId: made.person.id, isNew: made.isNew };
    });
    if (isRefusal(added)) return added;
    const row = await this.one(call, added.personId);
    if (row) this.tell(call, row.email);
    return row ? { ...view(row), password: added.isNew ? password : null } : refuse('not-found');
  }

  @Serves(route.changeStaff)
  async changeStaff(
    { params, body }: In<typeof route.changeStaff>,
    call: Call,
  ): Promise<Out<typeof route.changeStaff> | Refusal> {
    const changed = await call.write((tx) =>
      changeStaff(tx, { merchantId: call.merchantId, personId: params.id }, body),
    );
    if (isRefusal(changed)) return changed;
    const row = await this.one(call, params.id);
    return row ? view(row) : refuse('not-found');
  }

  @Serves(route.removeStaff)
  async removeStaff({ params }: In<typeof route.removeStaff>, call: Call): Promise<undefined | Refusal> {
    const gone = await call.write((tx) => removeStaff(tx, { merchantId: call.merchantId, personId: params.id }));
    return isRefusal(gone) ? gone : undefined;
  }

  /** A mail that cannot be sent undoes nothing: the person was added, and whoever added him knows the password. */
  private tell(call: Call, to: string): void {
    const mail = welcomeMail(to, call.merchant.name, `${this.own.publicUrl}/admin/`, call.lang);
    this.own.mailer.send(mail).catch((error: unknown) => call.log.warn('a welcome mail was not sent', { error }));
  }

  private async one(call: Call, personId: string): Promise<StaffRow | undefined> {
    return (await staffOf(call.db.read, call.merchantId, personId))[0];
  }
}

function view({ id, name, email, role, addedAt, seenAt }: StaffRow) {
  const lastSeenAt = seenAt === null ? null : formatInstant(Number(seenAt));
  return { id, name, email, role, lastSeenAt, addedAt: formatInstant(Number(addedAt)) };
}
