import { View } from '@tarojs/components';
import type { Me } from '@/features/identity/api';
import { ActionButton } from '@/kit/button';
import { Card } from '@/kit/cells';
import { Page } from '@/kit/page';
import { Bone } from '@/kit/skeleton';
import { EmptyState, ErrorState } from '@/kit/states';
import { Timeline, type TimelineStep } from '@/kit/timeline';
import { momentText } from '@/lib/dates';
import { useCalendar, useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { useApplication } from './use-application';
import './index.scss';

type Application = Me['application'];

export default function ApplicationPage() {
  const { me } = useApplication();
  const text = useText();
  const application = me.data?.application;
  return (
    <Page
      hasBack
      backLabel={text.common.back}
      title={text.application.title}
      dataAt={me.at}
      foot={application ? <ApplicationFoot status={application.status} /> : undefined}
    >
      {me.state === 'loading' ? <ApplicationBones /> : null}
      {me.state === 'failed' ? (
        <ErrorState
          problem={me.problem}
          title={text.application.failedTitle}
          unchanged={text.application.failedUnchanged}
          again={() => void me.again()}
        />
      ) : null}
      {application?.status === 'none' ? (
        <EmptyState title={text.application.none} words={text.application.noneWords} />
      ) : null}
      {application && application.status !== 'none' ? <ApplicationBody application={application} /> : null}
    </Page>
  );
}

function ApplicationFoot({ status }: { status: Application['status'] }) {
  const text = useText();
  if (status === 'none') return <ActionButton words={text.application.join} onTap={() => open('join', {})} />;
  if (status === 'rejected') return <ActionButton words={text.application.again} onTap={() => open('join', {})} />;
  if (status === 'admitted') return <ActionButton words={text.application.start} onTap={() => open('welcome')} />;
  return <ActionButton look="tint" words={text.application.look} onTap={() => open('products')} />;
}

function ApplicationBody({ application }: { application: Application }) {
  const text = useText();
  const calendar = useCalendar();
  const { status } = application;
  const titles = {
    none: text.application.none,
    waiting: text.application.waiting,
    rejected: text.application.rejected,
    admitted: text.application.approved,
  };
  const steps: TimelineStep[] = [
    {
      label: text.application.steps.sent,
      note: application.appliedAt ? momentText(application.appliedAt, calendar) : undefined,
      state: 'done',
    },
    {
      label: text.application.steps.review,
      note: status === 'rejected' ? text.application.rejected : undefined,
      state: status === 'waiting' ? 'current' : 'done',
    },
    {
      label: text.application.steps.start,
      note: status === 'waiting' ? text.application.startNote : undefined,
      state: status === 'admitted' ? 'current' : 'open',
    },
  ];
  return (
    <View>
      <View className="application-head">
        <View className="application-head__title">{titles[status]}</View>
        <View className="application-head__words">{application.next || text.application.waitingWords}</View>
      </View>
      {application.reason ? (
        <Card>
          <View className="application__label">{text.application.reason}</View>
          <View className="application__reason">{application.reason}</View>
        </Card>
      ) : null}
      <Card>
        <Timeline steps={status === 'rejected' ? steps.slice(0, 2) : steps} />
      </Card>
    </View>
  );
}

function ApplicationBones() {
  return (
    <View>
      <View className="application-head">
        <Bone w={260} h={56} />
        <Bone w="80%" h={32} className="bones-gap" />
      </View>
      <View className="card">
        <Bone w="100%" h={300} />
      </View>
    </View>
  );
}
