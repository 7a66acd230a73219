import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { update } from '../../../foundation/db';
import { type Call, Serves } from '../../../foundation/http';
import { readBoundary } from '../domain/boundary';
import { auditPage } from '../queries/audit-page';
import { merchantById } from '../queries/find-merchants';
import type { AuditRow } from '../store/audit.row';
import { merchantTable } from '../store/merchant.row';
import { auditText } from './audit-text';
import { IDENTITY, type IdentitySurroundings } from './surroundings';

const route = routes.identity;

/** The merchant's own page, and what was changed. */
@Controller('/')
export class MerchantController {
  @Inject(IDENTITY)
  private readonly own: IdentitySurroundings;

  @Serves(route.merchant)
  async merchant(_: In<typeof route.merchant>, call: Call): Promise<Out<typeof route.merchant> | Refusal> {
    const merchant = await merchantById(call.db.read, call.merchantId);
    if (!merchant) return refuse('not-found');
    const { slug, name, logo, currency, timezone, region, contact } = merchant;
    const webhookUrl = `${this.own.publicUrl}/api/v1/webhooks/${slug}/sales`;
    return {
      slug,
      name,
      logo,
      currency,
      timezone,
      region,
      contact,
      webhookUrl,
      createdAt: formatInstant(merchant.createdAt),
    };
  }

  @Serves(route.saveMerchant)
  async saveMerchant(
    { body }: In<typeof route.saveMerchant>,
    call: Call,
  ): Promise<Out<typeof route.merchant> | Refusal> {
    const { name, logo, contact } = body;
    const set = { name, ...(logo === undefined ? {} : { logo }), ...(contact === undefined ? {} : { contact }) };
    const saved = await call.write((tx) => update(tx, merchantTable, set, 'id = ?', [call.merchantId]));
    if (isRefusal(saved)) return saved;
    return this.merchant({ params: {}, query: {}, body: undefined }, call);
  }

  @Serves(route.audit)
  async audit({ query }: In<typeof route.audit>, call: Call): Promise<Out<typeof route.audit>> {
    const { timezone } = call.merchant;
    const filter = {
      from: query.from === undefined ? undefined : readBoundary(query.from, timezone),
      to: query.to === undefined ? undefined : readBoundary(query.to, timezone),
      actor: query.actor,
      action: query.action,
      subject: query.subject,
      before: query.cursor,
    };
    const rows = await auditPage(call.db.read, call.merchantId, filter, query.limit + 1);
    const shown = rows.slice(0, query.limit);
    return {
      data: shown.map((row) => entryOf(row, call)),
      nextCursor: rows.length > query.limit ? (shown.at(-1)?.id ?? null) : null,
    };
  }
}

function entryOf(row: AuditRow, { lang }: Call) {
  return {
    id: row.id,
    at: formatInstant(row.at),
    actor: { kind: row.actorKind, id: row.actorId, name: row.actorName },
    action: row.action,
    text: auditText(row.action, lang),
    subject: row.subjectKind !== null && row.subjectId !== null ? { kind: row.subjectKind, id: row.subjectId } : null,
    reason: row.reason,
    details: row.details,
    ip: row.ip,
    requestId: row.requestId,
  };
}
