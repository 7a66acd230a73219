// Draws src/assets/icons/<name>-<tone>.svg from the outlines below, in the colours of tokens.scss.
// Run it after changing an outline: node tooling/draw-icons.mjs. With --tabs it also draws the tab bar's PNGs (needs Chromium).
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const tokens = Object.fromEntries(
  [
    ...fs
      .readFileSync(path.join(here, '../src/styles/tokens.scss'), 'utf8')
      .matchAll(/^\$([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})\s*;/gm),
  ].map(([, name, value]) => [name, value]),
);
const tones = {
  ink: 'ink',
  ink2: 'ink-2',
  ink3: 'ink-3',
  deep: 'accent-deep',
  accent: 'accent',
  white: 'on-fill',
  money: 'money-deep',
  stale: 'stale-ink',
  bud: 'bud-line',
};

const p = (d) => `<path d="${d}"/>`;
const c = (x, y, r) => `<circle cx="${x}" cy="${y}" r="${r}"/>`;
const r = (x, y, w, h, rx) => `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="${rx}"/>`;
const leaf = 'M5.2 18.8C3.4 11 8 4.6 19.4 4.6 20.4 15 14 20.8 5.2 18.8zM4.4 20.2 12.6 11.6';

/** Outlines on a grid of 24, stroke 1.8 unless the third field says otherwise, and the tones in which each is used. */
const icons = {
  back: [p('M15 4.5 7.5 12l7.5 7.5'), ['ink'], 2],
  right: [p('M9 5l7 7-7 7'), ['ink3', 'deep', 'bud']],
  down: [p('M5 9l7 7 7-7'), ['ink2', 'ink3']],
  close: [p('M5 5l14 14M19 5 5 19'), ['ink2', 'ink3']],
  check: [p('M5 12.6l4.6 4.6L19 7.6'), ['white', 'deep'], 2.6],
  plus: [p('M12 5v14M5 12h14'), ['ink', 'bud']],
  minus: [p('M5 12h14'), ['ink', 'bud']],
  share: [p('M13.5 5.2 21 11.3l-7.5 6.1v-3.8C8.4 13.4 5.2 15 3 18.4 3.8 12.6 7.4 9.2 13.5 8.9z'), ['deep', 'white']],
  search: [c(10.8, 10.8, 6.6) + p('M15.8 15.8 21 21'), ['ink3']],
  clock: [c(12, 12, 8.6) + p('M12 7v5.2l3.4 2'), ['ink3', 'deep', 'money']],
  info: [c(12, 12, 8.6) + p('M12 11.2v5') + '<path d="M12 7.8v.1" stroke-width="2.4"/>', ['ink3', 'deep', 'money']],
  poster: [r(5, 3.2, 14, 17.6, 2.4) + c(14.8, 8, 1.5) + p('M5 16l4-4.4 3.4 3.8 2.2-2.2 4.4 4.4'), ['ink', 'ink2']],
  leaf: [p(leaf), ['deep', 'white']],
  wallet: [
    p(
      'M18.4 8V6.4a1.6 1.6 0 0 0-1.6-1.6H6A2.4 2.4 0 0 0 3.6 7.2v9.6A2.4 2.4 0 0 0 6 19.2h12a2.4 2.4 0 0 0 2.4-2.4v-6.4A2.4 2.4 0 0 0 18 8H6a2.2 2.2 0 0 1-2.2-1.6',
    ) + '<path d="M16.4 13.6v.1" stroke-width="2.4"/>',
    ['deep'],
  ],
  refresh: [p('M19.6 12a7.6 7.6 0 1 1-2.2-5.4L19.8 9') + p('M19.8 4.4V9h-4.6'), ['deep']],
  link: [
    p('M10 14.2a4 4 0 0 0 5.8.2l3-3a4.1 4.1 0 0 0-5.8-5.8l-1.4 1.4') +
      p('M14 9.8a4 4 0 0 0-5.8-.2l-3 3a4.1 4.1 0 0 0 5.8 5.8l1.4-1.4'),
    ['ink', 'ink3'],
  ],
  moments: [
    c(12, 12, 8.8) + p('M12 3.2l4.4 8M19.6 7.6h-9M19.6 16.4l-4.4-7.8M12 20.8l-4.4-8M4.4 16.4h9M4.4 7.6l4.4 7.8'),
    ['ink'],
    1.6,
  ],
  code: [
    c(12, 12, 8.8) +
      c(12, 12, 2.6) +
      p('M12 3.4v3M12 17.6v3M3.4 12h3M17.6 12h3M5.9 5.9l2.1 2.1M16 16l2.1 2.1M5.9 18.1 8 16M16 8l2.1-2.1'),
    ['ink'],
    1.6,
  ],
  chat: [
    p('M5.6 4.4h12.8a2 2 0 0 1 2 2v8.8a2 2 0 0 1-2 2h-8.2l-4.6 3v-3a2 2 0 0 1-2-2V6.4a2 2 0 0 1 2-2z'),
    ['ink2', 'white'],
  ],
  bell: [
    p('M6.2 10.6a5.8 5.8 0 0 1 11.6 0c0 4.6 1.6 5.6 1.6 6.8H4.6c0-1.2 1.6-2.2 1.6-6.8z') + p('M10.2 20.6h3.6'),
    ['ink2', 'deep'],
  ],
  people: [
    c(9, 8, 3.6) +
      p('M2.8 19.6c.4-4 3-6 6.2-6s5.8 2 6.2 6') +
      p('M15.4 4.8a3.4 3.4 0 0 1 .4 6.6M17.2 14.2c2.4.6 3.8 2.4 4 5.4'),
    ['ink2', 'deep'],
  ],
  card: [
    r(3, 5.2, 18, 13.6, 2.4) +
      c(8.6, 10.4, 1.9) +
      p('M5.8 15.8c.4-1.8 1.4-2.6 2.8-2.6s2.4.8 2.8 2.6M14.4 10h3.8M14.4 14h3.8'),
    ['ink2'],
  ],
  doc: [
    p('M13.4 3.4H6.6A1.6 1.6 0 0 0 5 5v14a1.6 1.6 0 0 0 1.6 1.6h10.8A1.6 1.6 0 0 0 19 19V9z') +
      p('M13.4 3.4V9H19M8.6 13h6.8M8.6 16.6h6.8'),
    ['ink2', 'deep'],
  ],
  gear: [p('M4 7.4h9.4M18.6 7.4H20M4 16.6h1.4M10.6 16.6H20') + c(16, 7.4, 2.6) + c(8, 16.6, 2.6), ['ink2']],
  offline: [
    p(
      'M3.2 4 20.6 20.4M8.8 13.8a5.4 5.4 0 0 1 5 .4M5.4 10.4a10.4 10.4 0 0 1 3.2-1.8M12.4 7.8a10.6 10.6 0 0 1 6.2 2.6M2.6 7.2A14.4 14.4 0 0 1 5 5.6M10.4 4.4a14.6 14.6 0 0 1 11 2.8',
    ) + '<path d="M12 18v.1" stroke-width="2.4"/>',
    ['stale'],
  ],
  bag: [p('M6 8.4h12l1.2 12H4.8z') + p('M8.6 10.6V7.4a3.4 3.4 0 0 1 6.8 0v3.2'), ['ink2', 'deep']],
  truck: [p('M3 6.4h11v10.2H3zM14 10h4.2l2.8 3.2v3.4h-7') + c(7.4, 17.6, 1.9) + c(17, 17.6, 1.9), ['ink2', 'deep']],
  pin: [
    p('M12 21c4.4-4.4 6.8-7.8 6.8-10.8a6.8 6.8 0 1 0-13.6 0C5.2 13.2 7.6 16.6 12 21z') + c(12, 10.2, 2.4),
    ['ink2', 'deep'],
  ],
  edit: [p('M4.6 19.4l.8-4L16 4.8a1.8 1.8 0 0 1 2.6 0l.6.6a1.8 1.8 0 0 1 0 2.6L8.6 18.6z'), ['ink3', 'deep']],
  chart: [p('M4 4v16h16') + p('M7.6 15.2l3.6-4.4 3 2.6 4.6-6'), ['ink2', 'deep']],
  shield: [p('M12 3.2l7 2.6v5.4c0 4.6-2.8 7.8-7 9.6-4.2-1.8-7-5-7-9.6V5.8z') + p('M8.8 12l2.4 2.4 4.2-4.6'), ['ink2']],
  globe: [c(12, 12, 8.8) + p('M3.4 12h17.2M12 3.2c5 5.4 5 12.2 0 17.6M12 3.2c-5 5.4-5 12.2 0 17.6'), ['ink2']],
  filter: [p('M4 6h16M7 12h10M10 18h4'), ['ink2']],
};

const svg = (body, stroke, width = 1.8) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="72" height="72" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round">${body}</svg>\n`;

const out = path.join(here, '../src/assets/icons');
fs.rmSync(out, { recursive: true, force: true });
fs.mkdirSync(out, { recursive: true });
for (const [name, [body, used, width]] of Object.entries(icons)) {
  for (const tone of used)
    fs.writeFileSync(path.join(out, `${name}-${tone}.svg`), svg(body, tokens[tones[tone]], width));
}

/** A plant of n pairs of leaves: the four levels grow by one pair each. */
function plant(pairs, on) {
  const stem = on ? tokens.accent : tokens['bud-line'];
  const fill = on ? tokens.leaf : tokens.bud;
  const height = [48, 66, 84, 100][pairs - 1];
  const leaves = Array.from({ length: pairs }, (_, i) => {
    const y = 104 - height + i * (pairs === 4 ? 18 : 21);
    const w = 26 - i * 2.4;
    return `<path d="M32 ${y + 8}c-3-9-${w * 0.6}-11-${w}-9 2 9 ${w * 0.5} 13 ${w} 9zM32 ${y + 8}c3-9 ${w * 0.6}-11 ${w}-9-2 9-${w * 0.5} 13-${w} 9z"/>`;
  }).join('');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 108" width="128" height="216" fill="${fill}" stroke="${stem}" stroke-width="2.6" stroke-linejoin="round"><path d="M32 108V${112 - height}" fill="none" stroke-linecap="round"/>${leaves}</svg>\n`;
}
for (const pairs of [1, 2, 3, 4]) {
  fs.writeFileSync(path.join(out, `plant${pairs}-on.svg`), plant(pairs, true));
  fs.writeFileSync(path.join(out, `plant${pairs}-off.svg`), plant(pairs, false));
}

const tabs = {
  home: p(
    'M4 10.6 12 4l8 6.6V19a1.4 1.4 0 0 1-1.4 1.4h-3.4v-5.2a1.2 1.2 0 0 0-1.2-1.2h-4a1.2 1.2 0 0 0-1.2 1.2v5.2H5.4A1.4 1.4 0 0 1 4 19z',
  ),
  products:
    p('M6 8.2h12a.8.8 0 0 1 .8.8l1 10.4a1 1 0 0 1-1 1H5.2a1 1 0 0 1-1-1L5.2 9a.8.8 0 0 1 .8-.8z') +
    p('M8.6 10.8V7.2a3.4 3.4 0 0 1 6.8 0v3.6'),
  earnings: r(3.4, 5, 17.2, 14, 2.6) + p('M3.4 9.2h17.2M15.6 14.6h1.6'),
  me: c(12, 8, 4) + p('M4.4 20.4c.2-4 3.2-6 7.6-6s7.4 2 7.6 6z'),
};
if (process.argv.includes('--tabs')) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  const page = await browser.newPage({ viewport: { width: 81, height: 81 } });
  for (const [name, body] of Object.entries(tabs)) {
    for (const [suffix, stroke, fill] of [
      ['', tokens['ink-2'], 'none'],
      ['-on', tokens['accent-deep'], tokens['accent-tint']],
    ]) {
      const first = body.replace('/>', ` fill="${fill}"/>`);
      await page.setContent(
        `<body style="margin:0">${svg(first, stroke, suffix ? 2 : 1.8).replace('width="72" height="72"', 'width="81" height="81" style="display:block"')}</body>`,
      );
      await page.screenshot({ path: path.join(here, `../src/assets/tabs/${name}${suffix}.png`), omitBackground: true });
    }
  }
  await browser.close();
}
