import * as d from './draw';

/** The five pieces of linen. */
export const linenPictures: Readonly<Record<string, d.Markup>> = {
  'linen-cushions': d.productPicture(
    '#E4E4E2',
    '#D4D3CF',
    296,
    d.disc(100, 98, 50, '#F0F0EE'),
    d.shadow(200, 319, 132, 10),
    cushion(258, '#8DA497', '#7C9386'),
    cushion(204, '#EDE5D8', '#DDD2C0'),
    cushion(150, '#C2A78D', '#AF937A'),
    d.leaf(168, 142, -30, 0.9, '#5E7A5C'),
    d.leaf(160, 144, -64, 0.66, '#7C9478'),
  ),
  'linen-runner': d.productPicture(
    '#EBE3DB',
    '#9A7350',
    228,
    d.disc(306, 100, 54, '#F5F0EA'),
    d.box(0, 228, 400, 10, '#876243'),
    d.line('M0 292h96M310 300h90M0 352h74M336 360h64', '#876243', 2, 0.7),
    d.shape('M120 228h160l34 172H86z', '#EFE8DB'),
    d.shape('M262 228h18l34 172h-26z', '#DFD6C5'),
    d.shape('M136 228h9l-27 172h-14zM255 228h9l32 172h-14z', '#7F998B'),
    d.line('M114 260l-3 16M109 290l-3 16M104 320l-3 16M99 350l-3 16', '#D6CBB6', 2.4),
    d.shadow(200, 266, 58, 7),
    d.shape('M164 182q36-16 72 0l8 52q-4 30-44 30t-44-30z', '#2F4A3C'),
    d.shape('M222 177q8 1 14 5l8 52q-4 30-44 30q26-30 22-87z', '#25392F'),
    d.oval(200, 180, 36, 9, '#1C2C24'),
    d.line('M198 178q-8-48 10-92M204 178q4-36 34-62', '#5E4A36', 3),
    d.leaf(206, 88, -60, 0.8, '#6F875E'),
    d.leaf(198, 118, -150, 0.8, '#57744F'),
    d.leaf(196, 142, -24, 0.6, '#7C9470'),
    d.leaf(236, 118, -16, 0.8, '#57744F'),
    d.leaf(222, 138, 20, 0.5, '#6F875E'),
    d.shadow(258, 326, 34, 5),
    d.cup(258, 288, 32, 34, { body: d.white, rim: '#FFFFFF', inside: '#C9803A', side: '#EAE2D3' }),
  ),
  'linen-towels': d.productPicture(
    '#E6E7E1',
    '#D6D8CE',
    330,
    d.disc(84, 262, 42, '#F0F1EC'),
    d.box(40, 74, 320, 10, '#A97B4B', 5),
    d.disc(44, 79, 10, '#8F6438'),
    d.disc(356, 79, 10, '#8F6438'),
    d.line('M80 74V40M320 74V40', '#8F6438', 4),
    towel(62, 178, '#F4EEE2', '#E3D9C6', '#B5543A'),
    towel(122, 204, '#A9C2B6', '#93AEA1', '#F4EEE2'),
    towel(182, 186, '#D9B38C', '#C59D74', '#F4EEE2'),
    towel(242, 212, '#8FA3B0', '#7A8F9D', '#F4EEE2'),
    towel(302, 172, '#EFE0C4', '#DDCBA9', '#7F998B'),
    d.shadow(206, 364, 62, 7),
    d.box(150, 336, 112, 26, '#F4EEE2', 10),
    d.box(150, 350, 112, 12, '#E3D9C6', 6),
    d.line('M160 344h86', '#B5543A', 2.4),
  ),
  'linen-throw': d.productPicture(
    '#E3E5E8',
    '#CFD3D8',
    300,
    d.disc(304, 96, 52, '#F0F1F3'),
    d.shadow(200, 350, 140, 10),
    d.box(60, 222, 280, 20, '#A97B4B', 6),
    d.box(60, 236, 280, 8, '#8F6438', 4),
    d.shape('M84 244h18l-8 104H80zM298 244h18l4 104h-14z', '#8F6438'),
    d.box(94, 300, 212, 9, '#9C7146', 4),
    d.shape('M112 176q0-14 14-14h148q14 0 14 14v48H112z', '#2F4A6B'),
    d.shape('M266 162h8q14 0 14 14v48h-30q14-30 8-62z', '#263D5A'),
    d.line('M116 190h168M116 206h168', '#4F6C8F', 2.4),
    d.shape('M140 222h126v74H140z', '#35547A'),
    d.shape('M240 222h26v74h-26z', '#2B4668'),
    shibori(),
    d.line(
      'M146 298v20M158 298v22M170 298v20M182 298v22M194 298v20M206 298v22M218 298v20M230 298v22M242 298v20M256 298v22',
      '#35547A',
      4,
    ),
    d.line('M140 296h126', '#DCE3EA', 2.4),
    d.box(116, 130, 168, 32, '#EDE5D8', 12),
    d.shape('M266 130h6q12 0 12 12v8q0 12-12 12h-18q14-16 12-32z', '#DDD2C0'),
    d.line('M126 142h132M126 150h132', '#35547A', 2.2, 0.75),
  ),
  'linen-apron': d.productPicture(
    '#E9E3D9',
    '#DBD2C3',
    336,
    d.disc(310, 98, 50, '#F4F0E9'),
    d.box(70, 60, 260, 14, '#B58A56', 7),
    d.box(192, 70, 16, 26, '#8F6438', 7),
    d.line('M160 142Q164 92 200 86Q236 92 240 142', '#6E7F6E', 7),
    d.shape('M158 138h84q6 40 48 58l8 128q0 8-8 8H110q-8 0-8-8l8-128q42-18 48-58z', '#8DA08C'),
    d.shape('M230 138h12q6 40 48 58l8 128q0 8-8 8h-44q22-90-16-194z', '#7A8E79'),
    d.line('M164 148h72', '#F4EEE2', 2.4, 0.7),
    d.line('M112 214q-26 6-38 40M288 214q26 6 38 40', '#6E7F6E', 6),
    d.shape('M142 226h116v62q0 10-10 10h-96q-10 0-10-10z', '#99AB97'),
    d.line('M146 234h108M200 240v54', '#6E7F6E', 2.2),
    d.box(232, 262, 14, 18, '#B5543A', 2),
    d.line('M172 226l-6-34M184 226v-42', '#B58A56', 5),
    d.shape('M158 196q2-22 10-22q6 12 4 22z', '#C79C66'),
    d.oval(184, 178, 8, 13, '#C79C66'),
    d.shadow(200, 352, 96, 6),
  ),
};

function cushion(y: number, fill: string, dark: string): d.Markup {
  return (
    d.box(82, y, 236, 58, fill, 24) +
    `<path d="${d.svg`M318 ${y + 29}a24 24 0 0 1-24 29H106a24 24 0 0 1-24-24q120 20 236-5z`}" fill="${dark}" opacity=".75"/>` +
    d.svg`<path d="M100 ${y + 20}h170" stroke="#fff" stroke-opacity=".45" stroke-width="3" stroke-dasharray="7 6"/>`
  );
}

function towel(x: number, length: number, fill: string, dark: string, stripe: string): d.Markup {
  return (
    d.shape(d.svg`M${x} 70h50v${length}q-25 6-50 0z`, fill) +
    d.shape(d.svg`M${x + 36} 70h14v${length}q-7 2-14 2.6z`, dark) +
    d.line(d.svg`M${x + 14} 90v${length - 42}M${x + 26} 96v${length - 54}`, dark, 1.6, 0.7) +
    d.line(d.svg`M${x + 1} ${58 + length}q24 5 48 0M${x + 1} ${50 + length}q24 5 48 0`, stripe, 2.4)
  );
}

/** Tied and dyed circles, as on indigo cloth. */
function shibori(): d.Markup {
  const knots = [
    [164, 246],
    [200, 246],
    [236, 246],
    [182, 274],
    [218, 274],
  ];
  return knots.map(([x, y]) => d.ring(x!, y!, 11, '#DCE3EA', 2.6) + d.ring(x!, y!, 5, '#AFC0D2', 2)).join('');
}
