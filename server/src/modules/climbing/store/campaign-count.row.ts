import { column, type RowOf, table } from '../../../foundation/db';

/** How many direct approvals a promoter had in a campaign that rewards every N-th; it never goes down. */
export const campaignCountTable = table(
  'climb_campaign',
  { merchantId: column.id(), campaign: column.outside(), promoterId: column.id(), approvals: column.count() },
  { primary: ['merchantId', 'campaign', 'promoterId'] },
);
export type CampaignCountRow = RowOf<typeof campaignCountTable>;
