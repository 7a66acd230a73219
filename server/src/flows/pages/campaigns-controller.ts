import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { addCampaign, endCampaign, saveCampaign } from '../edit-campaigns';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';
import { type CampaignDetail, campaignDetail, campaignList } from './campaign-views';
import { editorOf } from './editor-of';
import { memberCampaign, memberCampaigns } from './member-campaigns';

const route = routes.campaigns;

/** Campaigns, as the staff plan them and as promoters meet them. */
@Controller('/')
export class CampaignsController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.list)
  list({ query }: In<typeof route.list>, call: Call): Promise<Out<typeof route.list> | Refusal> {
    return campaignList(call, query);
  }

  @Serves(route.add)
  async add({ body }: In<typeof route.add>, call: Call): Promise<CampaignDetail | Refusal> {
    const { id, ...form } = body;
    const added = await onCall(this.lines, call, (tx, hand, now) =>
      addCampaign(tx, hand, id ?? null, form, editorOf(call), now),
    );
    return isRefusal(added) ? added : campaignDetail(call, added.code);
  }

  @Serves(route.read)
  read({ params }: In<typeof route.read>, call: Call): Promise<CampaignDetail | Refusal> {
    return campaignDetail(call, params.id);
  }

  @Serves(route.save)
  async save({ params, body }: In<typeof route.save>, call: Call): Promise<CampaignDetail | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) =>
      saveCampaign(tx, hand, params.id, body, editorOf(call), now),
    );
    return isRefusal(saved) ? saved : campaignDetail(call, params.id);
  }

  @Serves(route.end)
  async end({ params, body }: In<typeof route.end>, call: Call): Promise<CampaignDetail | Refusal> {
    const ended = await onCall(this.lines, call, (tx, hand, now) =>
      endCampaign(tx, hand, params.id, body?.version, call.actor.id, now),
    );
    return isRefusal(ended) ? ended : campaignDetail(call, params.id);
  }

  @Serves(route.memberList)
  memberList(_: In<typeof route.memberList>, call: Call): Promise<Out<typeof route.memberList>> {
    return memberCampaigns(call);
  }

  @Serves(route.memberRead)
  memberRead({ params }: In<typeof route.memberRead>, call: Call): Promise<Out<typeof route.memberRead> | Refusal> {
    return memberCampaign(call, params.id);
  }
}
