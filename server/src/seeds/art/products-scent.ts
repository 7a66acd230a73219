import * as d from './draw';

/** The four scents. */
export const scentPictures: Readonly<Record<string, d.Markup>> = {
  'scent-sandalwood': d.productPicture(
    '#E5DFD8',
    '#D2C8BC',
    288,
    d.disc(96, 102, 56, '#F1EDE8'),
    d.shadow(142, 327, 60),
    d.box(96, 92, 92, 232, '#6B4630', 12),
    d.shape('M160 92h16q12 0 12 12v208q0 12-12 12h-24q22-110 8-232z', '#573724'),
    d.box(92, 92, 100, 48, '#5A3A27', 10),
    d.box(92, 138, 100, 4, '#C9A36B'),
    d.gleam(108, 156, 140, 0.14),
    d.uprightLabel('檀', 138, 176, 36, { paper: '#F2E6D2', ink: '#4A2C19', frame: '#C9A36B', seal: '#B23A26' }),
    d.shadow(282, 347, 88, 9),
    d.shape('M204 324h156l-8 16q-4 6-12 6H224q-8 0-12-6z', '#7D8A84'),
    d.oval(282, 324, 78, 13, '#98A59F'),
    d.oval(282, 324, 68, 9.5, '#D9D2C6'),
    d.disc(282, 322, 9, '#7D8A84'),
    d.line('M282 320L298 176', '#7A5234', 4),
    d.line('M297 186L298 176', '#D9702B', 4.4),
    d.line('M298 166q-16-22 2-44t-4-46q-12-20 8-40', '#F7F3EE', 5, 0.85),
    d.line('M302 160q14-18 2-36', '#F7F3EE', 3.4, 0.6),
  ),
  'scent-osmanthus': d.productPicture(
    '#EFE4D0',
    '#E0CFB1',
    292,
    d.disc(300, 104, 60, '#F8F0E1'),
    d.shadow(184, 333, 98, 10),
    d.shape('M98 152h172v158q0 20-20 20H118q-20 0-20-20z', '#F7F1E4'),
    d.shape('M106 196h156v112q0 14-14 14H120q-14 0-14-14z', '#EBD49A'),
    d.shape('M232 196h30v112q0 14-14 14h-18q10-66 2-126z', '#DDC280'),
    d.oval(184, 196, 78, 11, '#F6E6B8'),
    d.oval(184, 152, 86, 12, '#FFFDF7'),
    d.oval(184, 153.5, 77, 9, '#EFE3CC'),
    d.line('M184 198v-22', '#4A3A2A', 3),
    d.shape('M184 182q-17-12-9-30q4-11 9-22q6 12 10 22q7 18-10 30z', '#E9A23B'),
    d.shape('M184 180q-8-7-4-17l4-9l5 9q4 10-5 17z', '#FBE3A4'),
    osmanthus(
      [
        [132, 200],
        [154, 196],
        [216, 198],
        [238, 201],
        [204, 203],
      ],
      5,
    ),
    d.uprightLabel('月', 184, 226, 34, { paper: '#FBF6EA', ink: '#6B4A1A', frame: '#D9B970', seal: '#B23A26' }),
    d.gleam(110, 172, 136, 0.55, 8),
    d.line('M262 362q42-16 92-66', '#7A5A36', 4),
    d.leaf(300, 342, 18, 0.7, '#5E7A4C'),
    d.leaf(320, 328, -92, 0.7, '#6F8C5A'),
    d.leaf(346, 304, -20, 0.6, '#5E7A4C'),
    osmanthus(
      [
        [306, 334],
        [318, 342],
        [328, 318],
        [298, 350],
        [340, 316],
        [282, 350],
      ],
      7,
    ),
  ),
  'scent-sachets': d.productPicture(
    '#E4E7DA',
    '#D3D8C4',
    340,
    d.disc(92, 116, 50, '#F0F2E9'),
    d.line('M30 58Q200 92 370 58', '#8F6438', 5),
    sachet(92, 70, 96, '#8A9F6C', '#768B59', '#C9A36B'),
    sachet(200, 78, 132, '#B5543A', '#9C452E', '#E5C79B'),
    sachet(308, 70, 96, '#5F7A8C', '#4F6878', '#D9C7A4'),
    d.lettering('艾', 177, 234, 46, '#F6E7CC'),
    d.line('M78 208q14-22 28 0q-14 14-28 0zM92 196v30', '#E9EED8', 2.6),
    d.line('M294 214h28M298 206l20 16M318 206l-20 16', '#DDE6EB', 2.6),
    d.leaf(40, 378, -14, 0.8, '#7F9468'),
    d.leaf(52, 376, 14, 0.6, '#98AB80'),
    d.leaf(340, 374, -160, 0.6, '#8A9F6C'),
  ),
  'scent-lotus-holder': d.productPicture(
    '#DFE6E3',
    '#CAD5D0',
    284,
    d.disc(302, 100, 56, '#EDF2F0'),
    d.shadow(200, 341, 140, 10),
    d.oval(200, 322, 130, 20, '#86A89A'),
    d.oval(200, 316, 130, 20, '#A5C2B6'),
    d.oval(200, 316, 108, 14, '#8FB0A2'),
    d.shape('M200 316q-96 4-106-66q58-4 106 66z', '#B9D1C6'),
    d.shape('M200 316q96 4 106-66q-58-4-106 66z', '#9DBBAE'),
    d.shape('M200 318q-74-24-66-104q54 22 66 104z', '#C8DCD2'),
    d.shape('M200 318q74-24 66-104q-54 22-66 104z', '#AECABD'),
    d.shape('M200 320q-46-52 0-134q46 82 0 134z', '#D9E8E0'),
    d.shape('M200 186q46 82 0 134q18-64 0-134z', '#C3D8CD'),
    d.line('M200 206v92M152 234q16 30 38 62M248 234q-16 30-38 62', '#8FB0A2', 2, 0.7),
    d.line('M200 190V98', '#7A5234', 4),
    d.line('M200 104v-7', '#D9702B', 4.4),
    d.line('M200 88q-16-16-2-34t-6-32', '#F7FAF8', 5, 0.95),
    d.line('M206 84q12-12 4-28', '#F7FAF8', 3.4, 0.7),
    d.shadow(318, 362, 40, 5),
    d.box(284, 344, 70, 16, '#6B4630', 8),
    d.disc(352, 352, 8, '#4A2F1E'),
    d.line('M262 366h28', '#7A5234', 3),
  ),
};

function osmanthus(spots: number[][], size: number): d.Markup {
  return spots
    .map(
      ([x, y]) =>
        `<g fill="#E9A23B">${d.svg`<circle cx="${x! - size * 0.5}" cy="${y!}" r="${size * 0.56}"/><circle cx="${x! + size * 0.5}" cy="${y!}" r="${size * 0.56}"/><circle cx="${x!}" cy="${y! - size * 0.5}" r="${size * 0.56}"/><circle cx="${x!}" cy="${y! + size * 0.5}" r="${size * 0.56}"/>`}</g>` +
        d.disc(x!, y!, size * 0.3, '#FBE3A4'),
    )
    .join('');
}

/** A sachet on its cord with a tassel; x is its middle, `drop` the length of the cord. */
function sachet(x: number, y: number, drop: number, fill: string, dark: string, gold: string): d.Markup {
  const top = y + drop;
  return [
    d.line(d.svg`M${x} ${y}V${top - 14}`, gold, 3.4),
    d.disc(x, y + drop * 0.5, 6, gold),
    d.shape(d.svg`M${x - 16} ${top}q-8-16-18-22q18 2 24-2q10 8 20 0q8 6 24 2q-10 8-18 22z`, fill),
    d.box(x - 18, top - 3, 36, 9, gold, 4),
    d.shape(d.svg`M${x - 15} ${top + 5}h30q30 26 30 58q0 32-45 32t-45-32q0-32 30-58z`, fill),
    d.shape(d.svg`M${x + 6} ${top + 5}h9q30 26 30 58q0 32-45 32q-6 0-10-.6q42-20 16-89.400z`, dark),
    d.disc(x, top + 100, 6, gold),
    d.shape(d.svg`M${x - 8} ${top + 106}h16l4 40h-24z`, gold),
    d.line(d.svg`M${x - 4} ${top + 112}l-2 32M${x + 4} ${top + 112}l2 32`, '#fff', 1.6, 0.5),
  ].join('');
}
