import { z } from 'zod';
import { campaignFields } from '../campaigns/campaign-fields';
import { groupsForm, ladderForm, tierBonusesForm } from '../climbing/forms';
import * as field from '../common/fields';
import { ruleForm } from '../rules/rule-fields';
import { programmeForm } from './programme-fields';
import { settings } from './settings';

/**
 * A change of the rule book that is checked or tried before it is saved. A thing whose id is known takes the place of the known one;
 * an id that is absent or new adds a thing; null instead of the thing takes it away.
 */
export const planChange = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rule'), id: field.outsideId.optional(), rule: ruleForm.nullable() }),
    z.strictObject({ kind: z.literal('programme'), id: field.outsideId.optional(), programme: programmeForm }),
    z.strictObject({
      kind: z.literal('campaign'),
      id: field.outsideId.optional(),
      campaign: z.strictObject(campaignFields).nullable(),
    }),
    z.strictObject({ kind: z.literal('groups'), groups: groupsForm }),
    z.strictObject({ kind: z.literal('ladder'), ladder: ladderForm }),
    z.strictObject({ kind: z.literal('tier_bonuses'), tierBonuses: tierBonusesForm }),
    z.strictObject({ kind: z.literal('settings'), settings }),
  ])
  .meta({ id: 'PlanChange' });

export const planChanges = z.array(planChange).max(200).default([]);
