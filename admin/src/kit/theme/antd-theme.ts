import { theme as antd, type ThemeConfig } from 'antd';
import { type Mode, roles } from './roles';
import { scale } from './scale';

/** The look as antd understands it: one accent, calm motion, one soft shadow and only on things that float. */
export const antdTheme = (mode: Mode): ThemeConfig => {
  const r = roles[mode];
  return {
    algorithm: mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      // one accent; success, warning and error are meanings, not decoration
      colorPrimary: r.accentFill,
      colorInfo: r.accentFill,
      colorLink: r.accentText,
      colorSuccess: r.ok,
      colorWarning: r.warn,
      colorError: r.risk,
      // surfaces
      colorBgLayout: r.canvas,
      colorBgContainer: r.canvas,
      colorBgElevated: r.raised,
      colorFillAlter: r.sunken,
      colorFillQuaternary: r.hover,
      colorFillTertiary: r.sunken,
      colorBorder: r.lineStrong,
      colorBorderSecondary: r.line,
      colorSplit: r.line,
      // text
      colorText: r.ink,
      colorTextSecondary: r.ink2,
      colorTextTertiary: r.ink3,
      colorTextQuaternary: r.ink3,
      colorTextDescription: r.ink3,
      colorTextPlaceholder: r.ink3,
      colorTextHeading: r.ink,
      // type and shape
      fontFamily: scale.fontFamily,
      fontSize: 14,
      fontSizeSM: 12,
      lineHeight: 22 / 14,
      borderRadius: 6,
      borderRadiusLG: 8,
      borderRadiusSM: 4,
      controlHeight: 32,
      controlHeightSM: 28,
      controlHeightLG: 36,
      // calm: short movements, one soft shadow and only on things that float
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      wireframe: false,
      boxShadow: mode === 'dark' ? '0 8px 28px rgba(0,0,0,.5)' : '0 8px 28px rgba(18,22,29,.10)',
      boxShadowSecondary: mode === 'dark' ? '0 8px 28px rgba(0,0,0,.5)' : '0 8px 28px rgba(18,22,29,.12)',
    },
    components: {
      Button: {
        fontWeight: 500,
        primaryShadow: 'none',
        defaultShadow: 'none',
        dangerShadow: 'none',
        paddingInline: 14,
        paddingInlineSM: 10,
      },
      Table: {
        cellFontSize: 13,
        cellPaddingBlock: 11,
        cellPaddingInline: 12,
        headerBg: r.canvas,
        headerColor: r.ink3,
        headerSplitColor: 'transparent',
        headerBorderRadius: 0,
        borderColor: r.line,
        rowHoverBg: r.hover,
        rowSelectedBg: r.accentTint,
        rowSelectedHoverBg: r.accentTint,
        footerBg: r.canvas,
        headerSortActiveBg: r.canvas,
        headerSortHoverBg: r.hover,
        bodySortBg: 'transparent',
      },
      Tabs: {
        horizontalItemGutter: 24,
        horizontalItemPadding: '8px 0 10px',
        titleFontSize: 14,
        inkBarColor: r.ink,
        itemSelectedColor: r.ink,
        itemColor: r.ink3,
        itemHoverColor: r.ink,
      },
      Segmented: {
        trackBg: r.sunken,
        itemSelectedBg: mode === 'dark' ? r.lineStrong : r.canvas,
        itemColor: r.ink2,
        itemSelectedColor: r.ink,
        trackPadding: 2,
      },
      Tag: { defaultBg: r.sunken, defaultColor: r.ink2 },
      Checkbox: { colorBorder: r.outline },
      Radio: { colorBorder: r.outline },
      Select: { optionSelectedBg: r.accentTint },
      Switch: { colorTextQuaternary: r.outline, colorTextTertiary: r.ink3 },
      Menu: {
        itemHeight: 34,
        itemMarginInline: 8,
        itemMarginBlock: 2,
        itemBorderRadius: 6,
        iconSize: 15,
        itemSelectedBg: r.here,
        itemSelectedColor: r.ink,
        itemColor: r.ink2,
      },
      Tooltip: { colorBgSpotlight: mode === 'dark' ? r.lineStrong : r.ink },
    },
  };
};
