import { View } from '@tarojs/components';
import { ActionButton } from '@/kit/button';
import { Cell } from '@/kit/cells';
import { Page } from '@/kit/page';
import { useText } from '@/lib/i18n';
import { VERSION } from '@/lib/version';
import { useSettings } from './use-settings';
import './index.scss';

export default function SettingsPage() {
  const settings = useSettings();
  const text = useText();
  return (
    <Page hasBack backLabel={text.common.back} title={text.settings.title}>
      <View className="card settings">
        <Cell
          icon="globe-ink2"
          label={text.settings.language}
          value={text.settings.languages[settings.language]}
          onTap={() => void settings.askLanguage()}
        />
        <Cell icon="shield-ink2" label={text.settings.privacyGuide} onTap={() => void settings.openPrivacy()} />
      </View>
      <View className="card settings">
        <Cell icon="gear-ink2" label={text.settings.cache} onTap={settings.clear} />
      </View>
      <View className="settings__note">{text.settings.cacheWords}</View>
      <View className="settings__leave">
        <ActionButton look="outline" words={text.settings.signOut} onTap={() => void settings.leave()} />
      </View>
      <View className="settings__version">{text.settings.version(VERSION)}</View>
    </Page>
  );
}
