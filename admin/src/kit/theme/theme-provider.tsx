import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import { type ReactNode, useEffect, useMemo } from 'react';
import 'dayjs/locale/zh-cn';
import { useLanguage } from '../i18n/language';
import { antdTheme } from './antd-theme';
import { useMode } from './mode';
import { cssVars } from './roles';
import './theme.css';

/** Gives antd and our own style sheets the same colours, in the mode and the language that the reader uses. */
export function ThemeProvider({ children }: { children: ReactNode }) {
  const mode = useMode();
  const language = useLanguage();
  const theme = useMemo(() => antdTheme(mode), [mode]);
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en');
  }, [language]);
  return (
    <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      <style>{`:root { color-scheme: ${mode}; ${cssVars(mode)} }`}</style>
      <App style={{ height: '100%' }} message={{ maxCount: 3 }}>
        {children}
      </App>
    </ConfigProvider>
  );
}
