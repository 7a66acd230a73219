import * as d from './draw';

/** The five gifts. */
export const giftPictures: Readonly<Record<string, d.Markup>> = {
  'gift-winter': d.productPicture(
    '#ECDDD3',
    '#DFCABC',
    290,
    d.disc(110, 108, 56, '#F6EAE2'),
    d.shadow(204, 319, 134, 10),
    d.box(84, 156, 240, 162, '#A4462F', 6),
    d.box(296, 156, 28, 162, '#8F3A26', 5),
    d.box(76, 140, 256, 48, '#B5543A', 6),
    d.box(302, 140, 30, 48, '#9F462F', 5),
    d.line('M84 189h240', '#7E301F', 2, 0.6),
    d.box(178, 140, 52, 178, '#F3E6D4'),
    d.lettering('冬至', 188, 212, 32, '#8B3722', 'down', 1.2),
    d.seal(197, 292, 14),
    d.line('M76 166h256', '#E5C79B', 4),
    d.line(
      'M204 166c-26-34-52-26-44-8c4 10 26 12 44 8c18 4 40 2 44-8c8-18-18-26-44 8zM204 166l-20 26M204 166l20 26',
      '#E5C79B',
      4,
    ),
    d.disc(204, 166, 6, '#D9B47E'),
    d.disc(56, 340, 12, '#B23A26'),
    d.disc(78, 350, 9, '#C4523A'),
    d.leaf(60, 330, -40, 0.4, '#5E7A5C'),
  ),
  'gift-four-seasons': d.productPicture(
    '#E2E6DC',
    '#CFD6C6',
    268,
    d.disc(306, 88, 46, '#EFF2EB'),
    d.shadow(200, 349, 158, 11),
    d.box(66, 70, 268, 140, '#3E5A48', 6),
    d.box(78, 82, 244, 116, '#4A6955', 4),
    d.lettering('四时茶', 130, 120, 42, '#E3D3A8', 'across', 1.16),
    d.line('M130 178h136', '#E3D3A8', 1.6, 0.6),
    d.shape('M60 206h280l20 132q1 10-10 10H50q-11 0-10-10z', '#34503F'),
    d.shape('M76 216h248l14 96H62z', '#22382B'),
    tin(74, '#A9C2B6', '#8FAB9E'),
    tin(138, '#B5543A', '#9C452E'),
    tin(202, '#D3A85A', '#BE9247'),
    tin(266, '#7E8FA0', '#6B7C8D'),
    d.box(38, 308, 324, 40, '#3E5A48', 6),
    d.box(330, 308, 32, 40, '#34503F', 5),
    d.ring(200, 328, 9, '#E3D3A8', 2),
  ),
  'gift-wedding': d.productPicture(
    '#F0DCD6',
    '#E3C5BC',
    288,
    d.disc(200, 128, 92, '#F8EAE5'),
    d.shadow(128, 331, 74),
    d.shadow(276, 331, 74),
    weddingJar(64),
    weddingJar(212),
    d.line('M128 330q72 34 148 0', '#D6B061', 3),
    d.disc(200, 348, 8, '#B23A26'),
    d.shape('M194 354h12l3 30h-18z', '#B23A26'),
    d.disc(330, 358, 11, '#8A4A26'),
    d.disc(350, 350, 9, '#A55E33'),
    d.disc(58, 356, 10, '#8A4A26'),
    d.oval(80, 362, 9, 6, '#D9B47E'),
  ),
  'gift-new-year': d.productPicture(
    '#F0E0CF',
    '#E0C8AF',
    292,
    d.disc(96, 96, 50, '#F8EEE2'),
    d.shadow(204, 343, 138, 11),
    d.line('M88 226C92 40 316 40 320 226', '#9C7443', 12),
    d.line('M96 200C104 56 304 56 312 200', '#C79E68', 3, 0.8),
    d.box(128, 128, 66, 120, '#D8901F', 14),
    d.box(176, 128, 18, 120, '#C47E16', 9),
    d.box(134, 112, 54, 24, '#5C4531', 6),
    d.box(128, 164, 66, 44, '#FFF9ED'),
    d.lettering('蜜', 147, 172, 28, '#6B4514'),
    d.box(200, 142, 82, 106, '#7E241E', 5),
    d.box(264, 142, 18, 106, '#681B17', 4),
    d.uprightLabel('年', 234, 162, 34, { paper: '#F6E3C8', ink: '#7E241E', seal: '#B23A26' }),
    d.group('translate(112 176) rotate(-16)', d.box(-18, 0, 38, 72, '#5F7F57', 6), d.box(-18, 0, 38, 16, '#4E6C48', 5)),
    d.disc(292, 216, 22, '#D9702B'),
    d.shape('M302 197a22 22 0 0 1 0 38q10-20 0-38z', '#C4601F'),
    d.leaf(292, 196, -30, 0.46, '#6F8256'),
    d.disc(258, 228, 18, '#E08A3C'),
    d.shape('M68 236h272l-24 96q-3 10-14 10H106q-11 0-14-10z', '#B48A54'),
    d.shape('M294 236h46l-24 96q-3 10-14 10h-34q20-50 26-106z', '#9C7543'),
    basketWeave(),
    d.box(60, 226, 288, 20, '#C79E68', 9),
    d.line('M72 236h264', '#A07A47', 2),
    d.shape('M204 252c-44-46-84-30-68-4c10 18 46 16 68 4c22 12 58 14 68-4c16-26-24-42-68 4z', '#B23A26'),
    d.shape('M194 252l-26 60l22-8l14 14l8-66l22 62l12-16l22 4l-40-54z', '#9C2F1E'),
    d.box(190, 238, 28, 26, '#C4452F', 8),
  ),
  'gift-song-teaware': d.productPicture(
    '#E3E4E0',
    '#D0D1CB',
    262,
    d.disc(92, 92, 48, '#F0F1EE'),
    d.shadow(204, 351, 158, 11),
    d.box(62, 66, 284, 150, '#8A6A47', 6),
    d.box(76, 80, 256, 122, '#E9E0CF', 3),
    d.shape('M92 188q40-64 74-40q26-52 62-8q30-30 52 4q22-10 36 44z', '#D3C8B3'),
    d.disc(288, 116, 15, '#C98A5E'),
    d.line('M108 112q14-8 24 0M128 126q12-7 20 0', '#B8AB93', 2.4),
    d.shape('M56 212h296l18 124q1 12-10 12H48q-11 0-10-12z', '#755738'),
    d.shape('M72 222h264l14 92H58z', '#D9CDB6'),
    d.oval(150, 272, 72, 34, '#B9AB90'),
    d.oval(258, 254, 34, 17, '#B9AB90'),
    d.oval(284, 292, 36, 18, '#B9AB90'),
    pot(),
    d.cup(258, 228, 30, 32, { body: '#A9C2B6', rim: '#C3D6CC', inside: '#8CA99B', side: '#94AFA2' }),
    d.cup(284, 264, 32, 34, { body: '#A9C2B6', rim: '#C3D6CC', inside: '#8CA99B', side: '#94AFA2' }),
    d.box(36, 308, 336, 42, '#8A6A47', 6),
    d.box(338, 308, 34, 42, '#755738', 5),
    d.box(192, 316, 24, 24, '#D6B27A', 4),
    d.box(200, 326, 8, 8, '#8A6A47', 2),
  ),
};

function tin(x: number, fill: string, dark: string): d.Markup {
  return (
    d.box(x, 214, 60, 96, fill, 6) +
    d.box(x + 44, 214, 16, 96, dark, 5) +
    d.box(x - 2, 208, 64, 22, dark, 6) +
    d.disc(x + 28, 270, 15, '#F6F1E4') +
    d.line(d.svg`M${x + 22} 276q-1-13 14-13q0 14-14 13z`, dark, 2)
  );
}

function weddingJar(x: number): d.Markup {
  return [
    d.shape(d.svg`M${x + 20} 168h88q22 20 22 60v74q0 26-26 26h-80q-26 0-26-26v-74q0-40 22-60z`, '#B8342A'),
    d.shape(d.svg`M${x + 92} 168h16q22 20 22 60v74q0 26-26 26h-24q36-80 12-160z`, '#9E2A22'),
    d.box(x + 10, 146, 108, 28, '#C4452F', 8),
    d.oval(x + 64, 146, 52, 10, '#D4583F'),
    d.disc(x + 64, 132, 12, '#D6B061'),
    d.box(x + 14, 174, 100, 4, '#D6B061'),
    d.disc(x + 62, 252, 42, '#F8E8D0'),
    d.ring(x + 62, 252, 37, '#D6B061', 1.8),
    d.lettering('囍', x + 37, 227, 50, '#B8342A'),
    d.gleam(x + 10, 206, 84, 0.2),
  ].join('');
}

function basketWeave(): d.Markup {
  const rows = [0, 1, 2].map((row) =>
    Array.from({ length: 7 - row }, (_, k) => d.svg`M${96 + row * 12 + k * 32} ${266 + row * 26}h18`).join(''),
  );
  return d.line(rows.join(''), '#8A6437', 8, 0.5);
}

function pot(): d.Markup {
  return [
    d.line('M206 226q36-4 32 22t-38 22', '#94AFA2', 9),
    d.shape('M104 246q-24-2-34-34l11-4q10 20 28 20z', '#A9C2B6'),
    d.shape('M152 204c42 0 64 22 64 48c0 28-26 44-64 44s-62-16-62-44c0-26 20-48 62-48z', '#A9C2B6'),
    d.shape('M190 212c18 10 26 24 26 40c0 28-26 44-64 44q-8 0-16-1c50-6 72-44 54-83z', '#94AFA2'),
    d.shape('M118 210q34-20 68 0q-34 11-68 0z', '#C3D6CC'),
    d.disc(152, 190, 9, '#A9C2B6'),
    d.line('M104 244q4-18 20-24', '#fff', 4, 0.5),
  ].join('');
}
