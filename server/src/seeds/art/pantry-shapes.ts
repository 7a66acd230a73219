import * as d from './draw';

export function bottle(x: number, glass: string, dark: string): d.Markup {
  return (
    d.shape(
      d.svg`M${x + 34} 96h32v44c22 12 34 26 34 54v112q0 16-16 16H${x + 16}q-16 0-16-16V194c0-28 12-42 34-54z`,
      glass,
    ) +
    d.shape(d.svg`M${x + 54} 96h12v44c22 12 34 26 34 54v112q0 16-16 16h-22c22-60 18-130-8-170z`, dark) +
    d.box(x + 30, 74, 40, 30, '#35492F', 6) +
    d.box(x, 210, 100, 72, '#FBF7E9') +
    d.box(x, 216, 100, 1.8, '#C9B65A') +
    d.box(x, 274, 100, 1.8, '#C9B65A') +
    d.gleam(x + 12, 168, 34, 0.35, 6)
  );
}

export function pouch(x: number, y: number, width: number, height: number, fill: string, dark: string): d.Markup {
  return (
    d.box(x, y, width, height, fill, 6) +
    d.box(x + width - 22, y, 22, height, dark, 5) +
    d.box(x, y, width, 18, dark, 4) +
    d.box(x, y + height - 12, width, 12, dark, 4) +
    d.line(d.svg`M${x + 8} ${y + 6}h${width - 16}M${x + 8} ${y + 12}h${width - 16}`, '#fff', 1.4, 0.35)
  );
}

export function almond(x: number, y: number, size: number): d.Markup {
  return d.group(
    d.svg`translate(${x} ${y}) rotate(-24)`,
    d.shape(
      d.svg`M${-size} 0q${size * 0.5} ${-size * 0.9} ${size * 2} 0q${-size * 1.5} ${size * 0.9} ${-size * 2} 0z`,
      '#A9683A',
    ),
    d.line(d.svg`M${-size * 0.6} 0h${size}`, '#8A5029', 1.4),
  );
}

export function walnut(x: number, y: number, size: number): d.Markup {
  return (
    d.disc(x, y, size, '#C89B63') +
    d.line(
      d.svg`M${x} ${y - size}q${size * 0.3} ${size} 0 ${size * 2}M${x - size * 0.5} ${y - size * 0.5}q${size * 0.4} ${size * 0.3} ${size * 0.1} ${size * 0.9}M${x + size * 0.5} ${y - size * 0.4}q${-size * 0.3} ${size * 0.4} ${size * 0.1} ${size * 0.8}`,
      '#9C6F3C',
      1.8,
    )
  );
}

function cashew(x: number, y: number, angle: number): d.Markup {
  return d.group(d.svg`translate(${x} ${y}) rotate(${angle})`, d.line('M-11-4q10 14 22 0', '#EAD3A4', 10));
}

export function nutHeap(): d.Markup {
  return [
    walnut(112, 276, 18),
    almond(150, 266, 17),
    cashew(186, 270, 10),
    walnut(152, 282, 16),
    almond(96, 286, 14),
    cashew(126, 290, -20),
    almond(196, 286, 15),
    d.disc(174, 284, 8, '#7E1F2B'),
    d.disc(132, 266, 7.5, '#7E1F2B'),
    d.disc(212, 284, 7, '#7E1F2B'),
    cashew(168, 292, 24),
  ].join('');
}

export function riceGrains(): d.Markup {
  const grains = [
    [270, 284, 20],
    [292, 276, -30],
    [312, 278, 40],
    [332, 286, -10],
    [284, 290, 60],
    [304, 288, 10],
    [322, 291, -40],
    [300, 268, 70],
  ];
  return `<g fill="#E6DCC2">${grains.map(([x, y, turn]) => `<ellipse transform="translate(${x} ${y}) rotate(${turn})" rx="5" ry="2"/>`).join('')}</g>`;
}

/** An ear of rice or wheat with its stalk at x,y. */
export function riceEar(x: number, y: number, angle: number, fill = '#C3A24F'): d.Markup {
  const grains = [0, 1, 2, 3, 4].map(
    (k) =>
      d.svg`<ellipse cx="${30 + k * 11}" cy="-5" rx="7" ry="3.4" transform="rotate(-8 ${30 + k * 11} -5)"/><ellipse cx="${34 + k * 11}" cy="5" rx="7" ry="3.4" transform="rotate(8 ${34 + k * 11} 5)"/>`,
  );
  return d.group(
    d.svg`translate(${x} ${y}) rotate(${angle})`,
    d.line('M0 0H80', fill, 2.4),
    `<g fill="${fill}">${grains.join('')}</g>`,
  );
}

/** A dried shiitake with its cracked cap. */
export function cap(x: number, y: number, rx: number, ry: number, fill: string): d.Markup {
  return (
    d.oval(x, y, rx, ry, fill) +
    d.line(
      d.svg`M${x - rx * 0.5} ${y - ry * 0.4}l${rx * 0.3} ${ry * 0.2}l${rx * 0.1} ${ry * 0.4}M${x - rx * 0.2} ${y - ry * 0.2}l${rx * 0.35} ${-ry * 0.3}l${rx * 0.3} ${ry * 0.2}M${x + rx * 0.15} ${y - ry * 0.5}l${-rx * 0.02} ${-ry * 0.3}M${x - rx * 0.1} ${y + ry * 0.2}l${rx * 0.4} ${-ry * 0.05}`,
      '#D9C6A4',
      4,
    )
  );
}

export function weave(): d.Markup {
  const rows = [0, 1, 2].map((row) =>
    Array.from({ length: 8 - row }, (_, k) => d.svg`M${96 + row * 12 + k * 30} ${272 + row * 22}h16`).join(''),
  );
  return d.line(rows.join(''), '#8A6437', 7, 0.55);
}

export function berries(): d.Markup {
  const spots = [
    [120, 190],
    [136, 180],
    [216, 184],
    [232, 196],
    [118, 214],
    [226, 220],
    [122, 240],
    [234, 246],
    [118, 268],
    [222, 272],
    [134, 300],
    [160, 306],
    [188, 300],
    [212, 304],
    [232, 292],
    [148, 186],
    [190, 182],
  ];
  return `<g fill="#D24A38">${spots.map(([x, y], k) => `<ellipse transform="translate(${x} ${y}) rotate(${(k * 47) % 180})" rx="9" ry="5.4"/>`).join('')}</g>`;
}

/** A bundle of noodles that lies on its side. */
export function bundle(x: number, y: number, width: number): d.Markup {
  return (
    d.box(x, y, width, 52, '#F1E3C0', 10) +
    d.box(x, y + 36, width, 16, '#E2CF9F', 8) +
    d.line(
      d.svg`M${x + 8} ${y + 12}h${width - 16}M${x + 4} ${y + 22}h${width - 8}M${x + 8} ${y + 32}h${width - 16}M${x + 10} ${y + 42}h${width - 20}`,
      '#D8C28C',
      2,
    )
  );
}

/** A persimmon, dried flat and white with its own sugar. */
export function driedPersimmon(x: number, y: number, r: number): d.Markup {
  return (
    d.oval(x, y, r, r * 0.78, '#C56A33') +
    d.shape(
      d.svg`M${x - r * 0.94} ${y - 2}q${r * 0.1} ${-r * 0.7} ${r * 0.94} ${-r * 0.7}t${r * 0.92} ${r * 0.66}q${-r * 0.2} ${r * 0.42} ${-r * 0.5} ${r * 0.36}t${-r * 0.5} ${r * 0.12}t${-r * 0.46} ${-r * 0.1}t${-r * 0.4} ${-r * 0.34}z`,
      '#F0DFCB',
    ) +
    d.shape(d.svg`M${x} ${y - 2}q-14-9-15-1t15 1q-14 9-4 10t4-10q14 9 15 1t-15-1q14-9 4-10t-4 10z`, '#7F6A42') +
    d.disc(x, y - 2, 3, '#5A4025')
  );
}
