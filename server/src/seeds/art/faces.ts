import * as d from './draw';

type Look = {
  ground: string;
  hair: string;
  skin: string;
  cloth: string;
  style: keyof typeof styles;
  extra?: keyof typeof extras;
};

/** Hair behind the head, hair over the forehead. The head is an oval round 40,37. */
const styles = {
  long: [
    'M22 34q-2-22 18-23q20 1 18 23q4 18 2 26H20q-2-8 2-26z',
    'M25 36q0-19 17-19q13 1 13 18q-8-3-13-10q-6 9-17 11z',
  ],
  bob: [
    'M21 36q-2-24 19-25q21 1 19 25q1 10-3 16H24q-4-6-3-16z',
    'M25 38q-1-21 15-21t15 21q-2-9-6-11q-9 3-18 0q-4 2-6 11z',
  ],
  bun: [
    'M40 4a9 9 0 0 1 7 15q12 4 11 19q0 6-3 8H25q-3-2-3-8q-1-15 11-19a9 9 0 0 1 7-15z',
    'M25 37q0-20 15-20t15 20q-3-10-15-13q-12 3-15 13z',
  ],
  short: [
    'M24 38q-3-24 16-25q19 1 16 25q-1 2-2 3H26q-1-1-2-3z',
    'M25 37q-2-19 14-20q17-1 16 20q-2-6-4-9q-9 2-16-2q-6 4-10 11z',
  ],
  crop: ['M25 36q-3-22 15-23q18 1 15 23z', 'M25 35q-1-17 15-18t15 18q-3-8-6-9H31q-3 1-6 9z'],
  parted: [
    'M23 38q-3-25 17-26q20 1 17 26q0 2-2 3H25q-2-1-2-3z',
    'M25 37q-1-20 16-20q15 1 14 20q-3-2-5-9q-10 0-16-6q-3 10-9 15z',
  ],
  braid: [
    'M22 34q-2-22 18-23q20 1 18 23q1 8 0 12q6 12 2 24q-6 2-7-2q2-10-2-18H29q-4 8-2 18q-1 4-7 2q-4-12 2-24q-1-4 0-12z',
    'M25 37q0-20 15-20t15 20q-4-11-15-12q-11 1-15 12z',
  ],
} as const;

const extras = {
  glasses: d.line(
    'M28 38a5 5 0 1 0 10 0a5 5 0 1 0-10 0M42 38a5 5 0 1 0 10 0a5 5 0 1 0-10 0M38 37q2-1 4 0',
    '#3A3F45',
    1.5,
  ),
  beard: d.shape('M26 40q1 15 14 15t14-15q-4 6-8 6q-6-3-12 0q-4 0-8-6z', '#3B2E27'),
  scarf:
    d.shape(
      'M40 8q24 0 22 30q2 18 6 30q-16-6-14-28q0-20-14-21q-14 1-14 21q2 22-14 28q4-12 6-30q-2-30 22-30z',
      '#B5543A',
    ) + d.line('M24 24q16-12 32 0', '#E5C79B', 2),
  apron: d.line('M31 61v20M49 61v20', '#EDE5D8', 4) + d.shape('M29 70h22v12H29z', '#EDE5D8'),
  collar: d.shape('M33 60l7 8l7-8l4 3l-11 12l-11-12z', '#F4EFE6'),
} as const;

const looks: Look[] = [
  { ground: '#F0DCCB', hair: '#33251E', skin: '#F2C8A8', cloth: '#2F5A43', style: 'long' },
  { ground: '#DDE6EC', hair: '#4A3327', skin: '#EFC5A6', cloth: '#6B7FA3', style: 'long' },
  { ground: '#EDE2D2', hair: '#241B17', skin: '#F0C9AC', cloth: '#A4583A', style: 'long' },
  { ground: '#E2E8DD', hair: '#5A4334', skin: '#EBC09F', cloth: '#8A7A52', style: 'long' },
  { ground: '#E1E6DA', hair: '#241D1A', skin: '#EBC3A0', cloth: '#3E566B', style: 'short' },
  { ground: '#E6E0EA', hair: '#2B2220', skin: '#F3CDB1', cloth: '#7B5E7B', style: 'bob', extra: 'glasses' },
  { ground: '#E9E2D4', hair: '#2A211D', skin: '#E3B48E', cloth: '#5C6B4E', style: 'crop', extra: 'glasses' },
  { ground: '#F2E0DA', hair: '#3A2620', skin: '#F2CBAE', cloth: '#B5543A', style: 'bun', extra: 'apron' },
  { ground: '#DCE5E6', hair: '#8F8A85', skin: '#E8BF9E', cloth: '#4A5A57', style: 'parted', extra: 'collar' },
  { ground: '#EFE6CF', hair: '#2A1C16', skin: '#DDA980', cloth: '#2F5A6B', style: 'long', extra: 'scarf' },
  { ground: '#E4E1DB', hair: '#3B2E27', skin: '#DFAE88', cloth: '#7A5A3E', style: 'crop', extra: 'beard' },
  { ground: '#E3EADF', hair: '#2F2622', skin: '#F0C9AC', cloth: '#8A4A4A', style: 'braid' },
];

/** Twelve faces, drawn on 80 × 80 and shown at 200 × 200. */
export const facePictures: Readonly<Record<string, d.Markup>> = Object.fromEntries(
  looks.map((look, index) => [`face-${index + 1}`, face(look)]),
);

function face(look: Look): d.Markup {
  const [back, front] = styles[look.style];
  const over = look.extra === 'beard' || look.extra === 'glasses' || look.extra === 'scarf' ? extras[look.extra] : '';
  const under = look.extra === 'apron' || look.extra === 'collar' ? extras[look.extra] : '';
  return d.picture(
    200,
    200,
    '0 0 80 80',
    [
      d.svg`<rect width="80" height="80" fill="${look.ground}"/>`,
      d.shape(back, look.hair),
      d.shape('M10 84q2-24 30-24t30 24z', look.cloth),
      under,
      d.box(34, 46, 12, 17, look.skin, 6),
      d.oval(40, 37, 14.5, 16.5, look.skin),
      look.extra === 'beard' ? over : '',
      d.shape(front, look.hair),
      look.extra === 'beard' ? '' : over,
    ].join(''),
  );
}
