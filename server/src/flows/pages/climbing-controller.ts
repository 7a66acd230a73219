import { type In, type Out, routes } from '@fenrun/contracts';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { type Call, Serves } from '../../foundation/http';
import { saveGroups } from '../edit-groups';
import { saveLadder } from '../edit-ladder';
import { saveTierBonuses } from '../edit-tier-bonuses';
import { onCall } from '../on-call';
import { TIMELINES, type Timelines } from '../timeline/advance';
import { previewGroups, previewLadder } from './climb-preview-view';
import { editorOf } from './editor-of';
import { groupsView } from './groups-view';
import { ladderView } from './ladder-view';
import { resetPreview, resetsThatRan } from './reset-view';
import { tierBonusesView } from './tier-bonuses-view';

const route = routes.climbing;

/** The ladder, groups and tier bonuses: what moves promoters, who stands where, and what a change or a reset would do. */
@Controller('/')
export class ClimbingController {
  @Inject(TIMELINES)
  private readonly lines: Timelines;

  @Serves(route.ladder)
  ladder(_: In<typeof route.ladder>, call: Call): Promise<Out<typeof route.ladder>> {
    return ladderView(call);
  }

  @Serves(route.saveLadder)
  async saveLadder({ body }: In<typeof route.saveLadder>, call: Call): Promise<Out<typeof route.saveLadder> | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) => saveLadder(tx, hand, body, editorOf(call), now));
    return isRefusal(saved) ? saved : { ...(await ladderView(call)), moved: saved.moved };
  }

  @Serves(route.previewLadder)
  previewLadder(
    { body }: In<typeof route.previewLadder>,
    call: Call,
  ): Promise<Out<typeof route.previewLadder> | Refusal> {
    return previewLadder(call, body);
  }

  @Serves(route.resetPreview)
  resetPreview(
    { query }: In<typeof route.resetPreview>,
    call: Call,
  ): Promise<Out<typeof route.resetPreview> | Refusal> {
    return resetPreview(call, query);
  }

  @Serves(route.resets)
  resets({ query }: In<typeof route.resets>, call: Call): Promise<Out<typeof route.resets> | Refusal> {
    return resetsThatRan(call, query);
  }

  @Serves(route.groups)
  groups(_: In<typeof route.groups>, call: Call): Promise<Out<typeof route.groups>> {
    return groupsView(call);
  }

  @Serves(route.saveGroups)
  async saveGroups({ body }: In<typeof route.saveGroups>, call: Call): Promise<Out<typeof route.saveGroups> | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) => saveGroups(tx, hand, body, editorOf(call), now));
    return isRefusal(saved) ? saved : { ...(await groupsView(call)), moved: saved.moved };
  }

  @Serves(route.previewGroups)
  previewGroups(
    { body }: In<typeof route.previewGroups>,
    call: Call,
  ): Promise<Out<typeof route.previewGroups> | Refusal> {
    return previewGroups(call, body);
  }

  @Serves(route.tierBonuses)
  tierBonuses(_: In<typeof route.tierBonuses>, call: Call): Promise<Out<typeof route.tierBonuses>> {
    return tierBonusesView(call);
  }

  @Serves(route.saveTierBonuses)
  async saveTierBonuses(
    { body }: In<typeof route.saveTierBonuses>,
    call: Call,
  ): Promise<Out<typeof route.saveTierBonuses> | Refusal> {
    const saved = await onCall(this.lines, call, (tx, hand, now) =>
      saveTierBonuses(tx, hand, body, editorOf(call), now),
    );
    return isRefusal(saved) ? saved : tierBonusesView(call);
  }
}
