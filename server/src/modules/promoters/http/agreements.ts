import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, invariant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller } from '@midwayjs/core';
import { type Call, Serves } from '../../../foundation/http';
import { merchantById } from '../../identity';
import { publishAgreement } from '../commands/publish-agreement';
import { type AgreementOwner, type PresentAgreement, presentAgreements } from '../queries/agreements';

const route = routes.promoters;
const memberRoute = routes.member.agreement;

type Agreement = Out<typeof route.saveAgreement>;

/** What promoters agree to, version by version. */
@Controller('/')
export class AgreementsController {
  @Serves(route.agreements)
  async agreements(_: In<typeof route.agreements>, call: Call): Promise<Out<typeof route.agreements>> {
    return { data: (await presentAgreements(call.db.read, await agreementOwner(call))).map(agreementView) };
  }

  @Serves(route.saveAgreement)
  async saveAgreement({ params, body }: In<typeof route.saveAgreement>, call: Call): Promise<Agreement | Refusal> {
    const { merchantId, actor, now } = call;
    const draft = { merchantId, kind: params.kind, title: body.title.trim(), text: body.text, savedBy: actor.id };
    const saved = await call.write((tx) => publishAgreement(tx, draft, now));
    return isRefusal(saved) ? saved : this.one(call, params.kind);
  }

  @Serves(memberRoute)
  agreement({ params }: In<typeof memberRoute>, call: Call): Promise<Agreement | Refusal> {
    return this.one(call, params.kind);
  }

  private async one(call: Call, kind: Agreement['kind']): Promise<Agreement | Refusal> {
    const all = await presentAgreements(call.db.read, await agreementOwner(call));
    const found = all.find((agreement) => agreement.kind === kind);
    return found ? agreementView(found) : refuse('not-found');
  }
}

/** Whose agreements a call is about. */
export async function agreementOwner({ db, merchantId }: Call): Promise<AgreementOwner> {
  const merchant = await merchantById(db.read, merchantId);
  invariant(merchant, `no merchant ${merchantId}`);
  return { merchantId, region: merchant.region, since: merchant.createdAt };
}

function agreementView({ kind, version, title, text, since }: PresentAgreement): Agreement {
  return { kind, version, title, text, since: formatInstant(since) };
}
