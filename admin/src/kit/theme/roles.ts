/**
 * Every colour of the console, named by what it is for, light and dark. A screen never names a hex value: it names a role.
 * Text roles reach 4.5:1 on canvas, sider, sunken and on their own tint; fills, marks and focus rings reach 3:1.
 */
export type Mode = 'light' | 'dark';

export interface Roles {
  /** Page background: lists and figures sit directly on it, without cards. */ canvas: string;
  /** Side menu, one step back from the page. */ sider: string;
  /** Drawers, menus, popovers: one step forward. */ raised: string;
  /** Table head, totals row, inline tokens, skeletons. */ sunken: string;
  /** Row under the pointer. */ hover: string;
  /** Where you are: the open menu entry, the chosen segment. */ here: string;
  /** Hairlines between rows and sections. */ line: string;
  /** Borders of controls and of panels that stand apart. */ lineStrong: string;
  /** Outline of checkboxes, radios and an open step: 3:1, because the outline is all there is to see. */ outline: string;
  /** Figures, names, headings. */ ink: string;
  /** Sentences, table cells. */ ink2: string;
  /** Captions, units, what lost, what is over. Still readable. */ ink3: string;
  /** The one accent as line, mark and fill of data. */ accent: string;
  /** The same accent as small text and links: a shade deeper, so that it also reads on tints. */ accentText: string;
  /** The accent under white text (primary buttons, bulk bar count). */ accentFill: string;
  /** Tint: selected row, winning rule. */ accentTint: string;
  /** Only for money that is the promoter's to take now. */ money: string;
  /** Holds, failures, debts, losses. Always with a word or a sign beside it. */ risk: string;
  riskTint: string;
  /** Waits for a person, ends soon. */ warn: string;
  warnTint: string;
  /** Done, approved, paid. */ ok: string;
  okTint: string;
  /** Compared period in charts: grey, thinner, never a second hue. */ compare: string;
}

export const roles: Record<Mode, Roles> = {
  light: {
    canvas: '#FFFFFF',
    sider: '#F7F8FA',
    raised: '#FFFFFF',
    sunken: '#F4F5F8',
    hover: '#F8F9FB',
    here: '#E9ECF1',
    line: '#E7EAEF',
    lineStrong: '#D3D8E0',
    outline: '#8692A3',
    ink: '#12161D',
    ink2: '#434C5A',
    ink3: '#646E7D',
    accent: '#1F6FEB',
    accentText: '#1A61CF',
    accentFill: '#1F6FEB',
    accentTint: '#EFF5FE',
    money: '#B4541A',
    risk: '#C8372D',
    riskTint: '#FDF1F0',
    warn: '#8A5A00',
    warnTint: '#FDF6E3',
    ok: '#1A7A48',
    okTint: '#EDF7F1',
    compare: '#8692A3',
  },
  dark: {
    canvas: '#12151B',
    sider: '#0D1015',
    raised: '#191D25',
    sunken: '#1B2029',
    hover: '#181C24',
    here: '#1F2631',
    line: '#262C37',
    lineStrong: '#38404D',
    outline: '#6B7686',
    ink: '#EBEEF4',
    ink2: '#B9C1CD',
    ink3: '#8D97A6',
    accent: '#6AA5FF',
    accentText: '#6AA5FF',
    accentFill: '#2569DB',
    accentTint: '#16263F',
    money: '#F0A26A',
    risk: '#FF8A80',
    riskTint: '#351D1E',
    warn: '#E3B34D',
    warnTint: '#2F2716',
    ok: '#55C58D',
    okTint: '#14291F',
    compare: '#5D6777',
  },
};

/** The same roles as CSS custom properties, for everything that is not an antd component. */
export const cssVars = (mode: Mode): string => {
  const colours = Object.entries(roles[mode]).map(
    ([role, value]) => `--${role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}: ${value};`,
  );
  const float = mode === 'dark' ? '0 8px 28px rgba(0,0,0,.5)' : '0 8px 28px rgba(18,22,29,.12)';
  return [...colours, `--float: ${float};`].join(' ');
};
