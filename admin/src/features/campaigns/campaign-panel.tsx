import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Popconfirm } from 'antd';
import { Can, useCan } from '../../kit/can';
import { usePanelGuard } from '../../kit/form/use-panel-guard';
import { useWords } from '../../kit/i18n/words';
import type { PanelPlace } from '../../kit/list/list-page';
import { PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import { withNames } from '../../lib/problem';
import type { CampaignDetail } from './campaign-bonus';
import { CampaignFacts } from './campaign-facts';
import { CampaignForm } from './campaign-form';
import { campaignFieldOf } from './campaign-values';
import { useCampaignSaving } from './use-campaign-saving';
import { campaignsWords } from './words';

/** In the URL this opens the form of a new campaign; ids have no spaces. */
export const newCampaign = ' new';

const panelKeys = ['open'];

export function CampaignPanel(place: PanelPlace) {
  const guard = usePanelGuard(panelKeys, place.onClose);
  const words = useWords(campaignsWords);
  const isNew = place.id === newCampaign;
  const query = useQuery({
    queryKey: ['campaigns', 'one', place.id],
    queryFn: ({ signal }) => call(routes.campaigns.read, { params: { id: place.id }, signal }),
    enabled: !isNew,
  });
  const campaign = isNew ? undefined : query.data;
  return (
    <SidePanel
      title={isNew ? words.addTitle : (campaign?.name ?? place.id)}
      place={place.place}
      onPrevious={place.onPrevious}
      onNext={place.onNext}
      onClose={place.onClose}
      footer={campaign && campaign.state !== 'over' ? <EndButton campaign={campaign} /> : undefined}
    >
      {!isNew && query.isPending ? <LinesSkeleton lines={8} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {campaign ? <CampaignFacts campaign={campaign} /> : null}
      {isNew || campaign ? (
        <Editor key={campaign?.version ?? 'new'} campaign={campaign} guard={guard} onClose={place.onClose} />
      ) : null}
    </SidePanel>
  );
}

interface EditorProps {
  campaign: CampaignDetail | undefined;
  guard: ReturnType<typeof usePanelGuard>;
  onClose: () => void;
}

function Editor({ campaign, guard, onClose }: EditorProps) {
  const words = useWords(campaignsWords);
  const mayEdit = useCan('rules');
  const save = useCampaignSaving(campaign);
  const form = (
    <CampaignForm
      campaign={campaign}
      isReadOnly={!mayEdit}
      onCancel={onClose}
      onTouched={guard.touch}
      onSave={async (values) => {
        await withNames(() => save(values), campaignFieldOf);
        guard.leave();
      }}
    />
  );
  return campaign ? <PanelSection title={words.edit}>{form}</PanelSection> : form;
}

function EndButton({ campaign }: { campaign: CampaignDetail }) {
  const words = useWords(campaignsWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const end = async () => {
    try {
      await call(routes.campaigns.end, { params: { id: campaign.id }, body: { version: campaign.version } });
      message.success(words.ended(campaign.name));
      void client.invalidateQueries({ queryKey: ['campaigns'] });
    } catch (error) {
      report(error);
    }
  };
  return (
    <Can do="rules">
      <Popconfirm
        title={words.endTitle(campaign.name)}
        description={<div style={{ maxWidth: 300 }}>{words.endDetail}</div>}
        okText={words.end}
        okButtonProps={{ danger: true }}
        onConfirm={end}
      >
        <Button danger>{words.endNow}</Button>
      </Popconfirm>
    </Can>
  );
}
