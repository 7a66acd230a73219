import * as d from './draw';

/**
 * The campaigns' pictures, 750 × 420 on dark grounds. The left half stays calm for the words that the page lays over it, and all that
 * matters lies between y 95 and y 325, because the home page cuts a band of 716 × 220 out of the middle.
 */
export const campaignPictures: Readonly<Record<string, d.Markup>> = {
  'winter-tea-table': scene('#23382D', '#1B2C23', 300, [
    d.disc(610, 178, 74, '#E9DFC9'),
    ridges('#3D5A4A', '#314C3E'),
    d.box(0, 300, 750, 120, '#1B2C23'),
    d.line('M636 244q44-6 46-44', '#B4683A', 12),
    d.line('M532 258q-44 2-38 34q6 22 44 12', '#B4683A', 10),
    d.shape('M534 238h134q14 0 12 18q-10 52-79 52t-79-52q-2-18 12-18z', '#B4683A'),
    d.shape('M650 238h18q14 0 12 18q-10 52-79 52q-8 0-15-.8c54-8 74-34 64-69.200z', '#9C552B'),
    d.box(556, 224, 90, 18, '#9C552B', 9),
    d.disc(601, 214, 11, '#9C552B'),
    d.line('M540 256q6 26 28 38', '#fff', 5, 0.22),
    d.cup(434, 268, 34, 36, { body: '#F1E9DB', rim: '#FBF7EE', inside: '#D8A25C', side: '#DED3C0' }),
    d.steam(432, 254, '#E9DFC9', 0.5, 1.15),
    d.leaf(330, 316, -12, 0.62, '#5E7F5C'),
    d.leaf(364, 324, 14, 0.5, '#4F6B4A'),
    snow([
      [356, 92],
      [402, 142],
      [458, 104],
      [512, 146],
      [700, 96],
      [330, 176],
      [544, 86],
      [690, 300],
      [286, 122],
    ]),
  ]),
  'mountain-pantry': scene('#3F2A1E', '#30201A', 300, [
    d.disc(630, 160, 66, '#E3B469'),
    ridges('#5C4030', '#4D3527'),
    d.box(0, 300, 750, 120, '#30201A'),
    d.box(430, 190, 78, 118, '#D8901F', 16),
    d.shape('M490 190q18 0 18 16v86q0 16-18 16h-12q16-58 0-118z', '#B9761A'),
    d.box(438, 174, 62, 26, '#21150F', 7),
    d.box(430, 228, 78, 46, '#FFF3DA'),
    d.lettering('蜜', 453, 235, 32, '#6B4514'),
    d.gleam(440, 204, 18, 0.4),
    d.shape('M530 230h150l-16 68q-2 10-12 10h-94q-10 0-12-10z', '#B48A54'),
    d.shape('M656 230h24l-16 68q-2 10-12 10h-18q16-36 22-78z', '#93703F'),
    chestnut(556, 216, 25),
    chestnut(602, 206, 28),
    chestnut(650, 216, 25),
    chestnut(580, 226, 22),
    chestnut(628, 226, 22),
    d.box(522, 224, 166, 14, '#C79E68', 7),
    d.line('M550 256h24M590 256h24M630 256h24M562 280h22M600 280h22', '#8A6437', 6, 0.55),
    chestnut(394, 302, 17),
    d.leaf(334, 320, -10, 0.7, '#A9683A'),
    d.leaf(692, 320, -24, 0.6, '#C98049'),
    d.leaf(372, 128, 30, 0.5, '#7A5136'),
    d.leaf(300, 170, -18, 0.4, '#6B4630'),
  ]),
  'quiet-evening': scene('#28344A', '#1F293B', 300, [
    d.disc(640, 158, 62, '#DCE3EE'),
    d.disc(662, 146, 56, '#28344A'),
    ridges('#364761', '#2F3E56'),
    d.box(0, 300, 750, 120, '#1F293B'),
    d.shape('M548 206h92v90q0 14-14 14h-64q-14 0-14-14z', '#EDE3D0'),
    d.shape('M552 236h84v58q0 12-12 12h-60q-12 0-12-12z', '#E2C27E'),
    d.shape('M618 236h18v58q0 12-12 12h-12q10-34 6-70z', '#CDAA64'),
    d.oval(594, 236, 42, 6, '#F0DBA6'),
    d.oval(594, 206, 46, 7, '#FBF6EA'),
    d.oval(594, 207, 41, 5, '#D9CDB6'),
    d.line('M594 236v-10', '#3A2A18', 2.4),
    d.shape('M594 230q-11-8-6-20q3-7 6-15q4 8 7 15q5 12-7 20z', '#F2B65A'),
    d.disc(594, 214, 26, '#F2B65A33'),
    d.oval(452, 304, 62, 11, '#5D7285'),
    d.oval(452, 300, 62, 10, '#7C91A3'),
    d.line('M452 298l12-112', '#B98A5C', 3.4),
    d.line('M463 194l1-8', '#E9824A', 4),
    d.line('M464 176q-14-18 2-36t-4-36', '#DCE3EE', 4.4, 0.6),
    d.line('M468 170q10-14 2-28', '#DCE3EE', 3, 0.4),
    d.box(660, 282, 62, 14, '#EDE5D8', 7),
    d.box(656, 294, 70, 14, '#8DA497', 7),
    d.leaf(352, 318, -14, 0.6, '#5E7788'),
    snow(
      [
        [330, 110],
        [388, 138],
        [420, 98],
        [524, 118],
        [296, 168],
        [700, 214],
        [556, 96],
      ],
      0.7,
    ),
  ]),
};

function scene(sky: string, table: string, horizon: number, shapes: d.Markup[]): d.Markup {
  const ground = d.svg`<rect width="750" height="420" fill="${sky}"/><rect y="${horizon}" width="750" height="${420 - horizon}" fill="${table}"/>`;
  return d.picture(750, 420, '0 0 750 420', ground + shapes.join(''));
}

function ridges(nearFill: string, farFill: string): d.Markup {
  return (
    d.shape('M250 300Q346 234 452 300zM586 300Q680 234 750 262V300z', farFill) +
    d.shape('M346 300Q474 178 588 300z', nearFill)
  );
}

function snow(flakes: number[][], opacity = 0.55): d.Markup {
  return `<g fill="#fff" opacity="${opacity}">${flakes.map(([x, y], k) => `<circle cx="${x}" cy="${y}" r="${k % 3 ? 2.4 : 3.6}"/>`).join('')}</g>`;
}

function chestnut(x: number, y: number, r: number): d.Markup {
  return (
    d.shape(
      d.svg`M${x} ${y - r}q${r * 0.9} ${r * 0.2} ${r} ${r}q${-r * 0.1} ${r * 0.8} ${-r} ${r * 0.8}t${-r} ${-r * 0.8}q${r * 0.1} ${-r * 0.8} ${r} ${-r}z`,
      '#8A4A26',
    ) +
    d.shape(
      d.svg`M${x - r * 0.86} ${y + r * 0.34}q${r * 0.86} ${-r * 0.3} ${r * 1.72} 0q${-r * 0.3} ${r * 0.46} ${-r * 0.86} ${r * 0.46}t${-r * 0.86} ${-r * 0.46}z`,
      '#C99A66',
    ) +
    d.line(d.svg`M${x - r * 0.5} ${y - r * 0.3}q${r * 0.1} ${-r * 0.2} ${r * 0.3} ${-r * 0.32}`, '#fff', 2.4, 0.35)
  );
}
