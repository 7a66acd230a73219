import { type In, type Out, PERMISSIONS, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, type OpenCall, SESSION_COOKIE, Serves } from '../../../foundation/http';
import { beginSession, endSession, moveSession, setPassword } from '../commands/sessions';
import { writeAudit } from '../commands/write-audit';
import { SESSION_MOST_MS } from '../domain/keep-times';
import { hashPassword, passwordFits } from '../domain/passwords';
import { merchantById } from '../queries/find-merchants';
import { membershipsOf, personByEmail, personById } from '../queries/find-people';
import { IDENTITY, type IdentitySurroundings } from './surroundings';

const route = routes.identity;

/** Signing in and out of the console. */
@Controller('/')
export class SessionController {
  @Inject(IDENTITY)
  private readonly own: IdentitySurroundings;

  @Serves(route.signIn)
  async signIn({ body }: In<typeof route.signIn>, call: OpenCall): Promise<undefined | Refusal> {
    const email = body.email.trim().toLowerCase();
    const { limits } = this.own;
    const retryAfterSeconds = limits.waitSeconds(email, call.ip);
    if (retryAfterSeconds > 0) return refuse('too-many-attempts', { retryAfterSeconds });
    limits.attempt(email, call.ip);
    const person = await personByEmail(call.db.read, email);
    const fits = await passwordFits(person?.passwordHash, body.password);
    const [first] = person && fits ? await membershipsOf(call.db.read, person.id) : [];
    if (!person || !first) return refuse('wrong-credentials');
    limits.succeeded(email, call.ip);
    const token = await call.db.write(async (tx) => {
      const actor = { kind: 'staff' as const, id: person.id, name: person.name };
      const entry = {
        merchantId: first.merchantId,
        actor,
        action: 'identity.signIn',
        ip: call.ip,
        requestId: call.requestId,
      };
      await writeAudit(tx, entry, call.now);
      return beginSession(tx, person.id, first.merchantId, Date.now());
    });
    this.setCookie(call, token, SESSION_MOST_MS / 1000);
    return undefined;
  }

  @Serves(route.session)
  async session(_: In<typeof route.session>, call: Call): Promise<Out<typeof route.session> | Refusal> {
    return this.describe(call, call.merchantId);
  }

  @Serves(route.switchMerchant)
  async switchMerchant(
    { body }: In<typeof route.switchMerchant>,
    call: Call,
  ): Promise<Out<typeof route.session> | Refusal> {
    const memberships = await membershipsOf(call.db.read, call.actor.id);
    const chosen = memberships.find(({ slug }) => slug === body.merchant);
    if (!chosen) return refuse('unknown-merchant');
    await call.db.write((tx) => moveSession(tx, call.sessionId, chosen.merchantId));
    return this.describe(call, chosen.merchantId);
  }

  @Serves(route.signOut)
  async signOut(_: In<typeof route.signOut>, call: Call): Promise<undefined> {
    await call.db.write((tx) => endSession(tx, call.sessionId));
    this.setCookie(call, '', 0);
    return undefined;
  }

  @Serves(route.changePassword)
  async changePassword({ body }: In<typeof route.changePassword>, call: Call): Promise<undefined | Refusal> {
    const person = await personById(call.db.read, call.actor.id);
    const email = person?.email ?? '';
    const retryAfterSeconds = this.own.limits.waitSeconds(email, call.ip);
    if (retryAfterSeconds > 0) return refuse('too-many-attempts', { retryAfterSeconds });
    this.own.limits.attempt(email, call.ip);
    if (!(await passwordFits(person?.passwordHash, body.current))) return refuse('wrong-password');
    this.own.limits.succeeded(email, call.ip);
    const passwordHash = await hashPassword(body.password);
    const done = await call.write(async (tx) => {
      await setPassword(tx, call.actor.id, passwordHash, call.sessionId);
      return true;
    });
    return isRefusal(done) ? done : undefined;
  }

  private async describe(call: Call, merchantId: string): Promise<Out<typeof route.session> | Refusal> {
    const [person, merchant, memberships] = await Promise.all([
      personById(call.db.read, call.actor.id),
      merchantById(call.db.read, merchantId),
      membershipsOf(call.db.read, call.actor.id),
    ]);
    const own = memberships.find((membership) => membership.merchantId === merchantId);
    if (!person || !merchant || !own) return refuse('not-signed-in');
    const { id, slug, name, logo, currency, timezone, region } = merchant;
    return {
      person: { id: person.id, name: person.name, email: person.email },
      merchant: { id, slug, name, logo, currency, timezone, region, role: own.role },
      permissions: [...PERMISSIONS[own.role]],
      merchants: memberships.map((membership) => ({
        slug: membership.slug,
        name: membership.name,
        role: membership.role,
      })),
      now: formatInstant(call.now),
      demo: this.own.demo,
    };
  }

  private setCookie(call: OpenCall, value: string, seconds: number): void {
    const secure = this.own.publicUrl.startsWith('https:') ? '; Secure' : '';
    call.setHeader(
      'Set-Cookie',
      `${SESSION_COOKIE}=${value}; Path=/api; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`,
    );
  }
}
