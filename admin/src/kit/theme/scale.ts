/** Type, spacing, radii and row heights as plain numbers; the style sheets repeat them in their own units. */
export const scale = {
  /** Latin and figures from latinFont, Chinese from the system. With font-variant-numeric: tabular-nums on body. */
  fontFamily:
    '"Inter Fenrun", "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Noto Sans CJK SC", "Noto Sans SC", system-ui, sans-serif',
  /** [size, line height]. fact = a small comparison, figure2 = figures beside the first, hero = the one amount of a drawer or a result. */
  type: {
    caption: [12, 18],
    table: [13, 20],
    text: [14, 22],
    section: [15, 22],
    message: [16, 24],
    fact: [18, 26],
    title: [20, 28],
    figure2: [22, 32],
    figure: [30, 40],
    hero: [40, 48],
  },
  weight: { text: 400, name: 500, figure: 600 },
  space: { 1: 4, 2: 8, 3: 12, 4: 16, 5: 20, 6: 24, 8: 32, 10: 40 },
  page: { padding: 28, maxWidth: 1440, narrowBelow: 1280 }, // maxWidth not for lists
  row: { list: 44, mini: 36, rule: 38, head: 36, totals: 40 },
  radius: { token: 4, control: 6, panel: 8 },
  sider: { open: 208, closed: 64, closedBelow: 1200 },
  drawer: { width: 560, pushFrom: 1280 },
} as const;
