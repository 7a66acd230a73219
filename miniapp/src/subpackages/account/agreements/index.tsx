import { View } from '@tarojs/components';
import { Cell } from '@/kit/cells';
import { Page } from '@/kit/page';
import { useText } from '@/lib/i18n';
import { open } from '@/lib/navigation';
import { useAgreements } from './use-agreements';
import './index.scss';

export default function AgreementsPage() {
  const { kinds, hasLadder, read } = useAgreements();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.agreements.title}>
      <View className="card agreements">
        {kinds.map((kind) => (
          <Cell key={kind} icon="doc-ink2" label={text.agreements[kind]} onTap={() => read(kind)} />
        ))}
        {hasLadder ? <Cell icon="chart-ink2" label={text.levels.title} onTap={() => open('levels')} /> : null}
      </View>
    </Page>
  );
}
