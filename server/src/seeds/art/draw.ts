import { glyphEm, glyphOutlines } from './glyphs';

/**
 * The shapes from which every picture of the demo shop is composed: calm ground, one table line, flat colours,
 * one soft shadow a thing, light from the left. All functions return SVG markup; lengths are units of the view box
 * (400 × 400 for products), angles are degrees.
 */
export type Markup = string;

export const shade = '#3A2A18';
export const cream = '#F6EEE1';
export const white = '#FBF8F2';

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** Interpolates numbers with at most one decimal, so that files stay small and diffs readable. */
export function svg(parts: TemplateStringsArray, ...values: (number | string)[]): Markup {
  return parts.reduce((text, part, index) => {
    const value = values[index];
    return text + part + (typeof value === 'number' ? round(value) : (value ?? ''));
  }, '');
}

/** A whole square product picture on its ground, with the table from `horizon` down. */
export function productPicture(ground: string, table: string, horizon: number, ...shapes: Markup[]): Markup {
  const stage = svg`<rect width="400" height="400" fill="${ground}"/><rect y="${horizon}" width="400" height="${400 - horizon}" fill="${table}"/>`;
  return picture(750, 750, '0 0 400 400', stage + shapes.join(''));
}

export function picture(width: number, height: number, viewBox: string, content: Markup): Markup {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${viewBox}" width="${width}" height="${height}">${content}</svg>\n`;
}

export const disc = (x: number, y: number, r: number, fill: string): Markup =>
  svg`<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}"/>`;

export const oval = (x: number, y: number, rx: number, ry: number, fill: string): Markup =>
  svg`<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;

export const box = (x: number, y: number, width: number, height: number, fill: string, rx = 0): Markup =>
  svg`<rect x="${x}" y="${y}" width="${width}" height="${height}"${rx ? svg` rx="${rx}"` : ''} fill="${fill}"/>`;

export const shape = (d: string, fill: string): Markup => `<path d="${d}" fill="${fill}"/>`;

export const line = (d: string, stroke: string, width: number, opacity = 1): Markup =>
  svg`<path d="${d}" fill="none" stroke="${stroke}"${opacity < 1 ? ` stroke-opacity="${opacity}"` : ''} stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`;

export const ring = (x: number, y: number, r: number, stroke: string, width: number): Markup =>
  svg`<circle cx="${x}" cy="${y}" r="${r}" fill="none" stroke="${stroke}" stroke-width="${width}"/>`;

export const group = (transform: string, ...shapes: Markup[]): Markup =>
  `<g transform="${transform}">${shapes.join('')}</g>`;

export const faint = (opacity: number, ...shapes: Markup[]): Markup => `<g opacity="${opacity}">${shapes.join('')}</g>`;

export const shadow = (x: number, y: number, rx: number, ry = 9): Markup =>
  svg`<ellipse cx="${x}" cy="${y}" rx="${rx}" ry="${ry}" fill="${shade}" opacity=".16"/>`;

/** A long soft highlight on the lit side of a solid. */
export const gleam = (x: number, y: number, height: number, opacity = 0.14, width = 7): Markup =>
  svg`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${width / 2}" fill="#fff" opacity="${opacity}"/>`;

/** A leaf that lies with its stalk at x,y and points to the right before it is turned. */
export function leaf(x: number, y: number, angle: number, scale: number, fill: string, vein = 0.28): Markup {
  return group(
    svg`translate(${x} ${y}) rotate(${angle}) scale(${String(scale)})`,
    shape('M0 0C14-18 40-22 62 0C40 20 14 18 0 0z', fill),
    line('M2 0H56', '#fff', 2, vein),
  );
}

/** Five round petals round a heart. */
export function blossom(x: number, y: number, size: number, petal: string, heart: string): Markup {
  const petals = [0, 1, 2, 3, 4].map((k) => {
    const turn = (k * 72 - 90) * (Math.PI / 180);
    return svg`<circle cx="${x + Math.cos(turn) * size * 0.62}" cy="${y + Math.sin(turn) * size * 0.62}" r="${size * 0.52}"/>`;
  });
  return `<g fill="${petal}">${petals.join('')}</g>${disc(x, y, size * 0.3, heart)}`;
}

export type CupColours = { body: string; rim: string; inside: string; side?: string };

/** A footed bowl or cup: x is its middle, y the height of its rim. */
export function cup(x: number, y: number, r: number, h: number, colours: CupColours): Markup {
  const body = svg`M${x - r} ${y}h${2 * r}c0 ${0.66 * h} ${-0.5 * r} ${h} ${-r} ${h}s${-r} ${-0.34 * h} ${-r} ${-h}z`;
  const side = svg`M${x + r} ${y}c0 ${0.66 * h} ${-0.5 * r} ${h} ${-r} ${h}c${0.5 * r} ${-0.2 * h} ${0.68 * r} ${-0.5 * h} ${0.66 * r} ${-h}z`;
  return [
    shape(body, colours.body),
    box(x - 0.34 * r, y + h - 4, 0.68 * r, 0.1 * r + 5, colours.side ?? colours.body, 3),
    colours.side ? shape(side, colours.side) : '',
    oval(x, y, r, 0.2 * r, colours.rim),
    oval(x, y + 1.5, 0.88 * r, 0.145 * r, colours.inside),
  ].join('');
}

/** Two wisps above a hot thing. */
export const steam = (x: number, y: number, stroke: string, opacity = 0.55, scale = 1): Markup =>
  group(
    svg`translate(${x} ${y}) scale(${scale})`,
    line('M-7 0q-12-14-2-28t0-28', stroke, 5, opacity),
    line('M10-2q-8-11 0-21t2-16', stroke, 5, opacity),
  );

/** A canister with an overlapping lid, seen from the front. */
export function canister(
  x: number,
  y: number,
  width: number,
  height: number,
  body: string,
  lid: string,
  dark: string,
): Markup {
  return [
    box(x, y + 18, width, height - 18, body, 9),
    shape(svg`M${x + width - 20} ${y + 30}h20v${height - 39}q0 9-9 9h-11z`, dark),
    box(x - 6, y, width + 12, 36, lid, 9),
    box(x, y + 36, width, 4, dark),
    gleam(x + 11, y + 52, height - 68),
  ].join('');
}

/** Characters of `glyphs.ts`; x,y is the upper left corner of the first em box. */
export function lettering(
  text: string,
  x: number,
  y: number,
  size: number,
  fill: string,
  way: 'down' | 'across' = 'down',
  step = 1.14,
): Markup {
  const marks = [...text].map((character, index) => {
    const outline = glyphOutlines[character];
    if (outline === undefined) throw new Error(`No outline for ${character}: add it to glyphs.ts.`);
    const along = index * glyphEm * step;
    if (along === 0) return `<path d="${outline}"/>`;
    return svg`<path transform="translate(${way === 'across' ? along : 0} ${way === 'down' ? along : 0})" d="${outline}"/>`;
  });
  return `<g transform="${svg`translate(${x} ${y})`} scale(${Math.round((size / glyphEm) * 1000) / 1000})" fill="${fill}">${marks.join('')}</g>`;
}

export type LabelColours = { paper: string; ink: string; frame?: string; seal?: string };

/** A paper label with its characters from top to bottom; x is its middle, y its top. */
export function uprightLabel(text: string, x: number, y: number, size: number, colours: LabelColours): Markup {
  const count = [...text].length;
  const words = count * size * 1.14 - size * 0.14;
  const width = size * 1.78;
  const height = words + size * (colours.seal ? 1.62 : 0.9);
  const top = y + size * 0.45;
  return [
    box(x - width / 2, y, width, height, colours.paper, 2),
    colours.frame
      ? svg`<rect x="${x - width / 2 + 4}" y="${y + 4}" width="${width - 8}" height="${height - 8}" fill="none" stroke="${colours.frame}" stroke-width="1.2"/>`
      : '',
    lettering(text, x - size / 2, top, size, colours.ink),
    colours.seal ? seal(x - size * 0.22, top + words + size * 0.22, size * 0.44, colours.seal, colours.paper) : '',
  ].join('');
}

/** A paper band or label with its characters from left to right; x is its middle, y its top. */
export function levelLabel(
  text: string,
  x: number,
  y: number,
  width: number,
  height: number,
  size: number,
  colours: LabelColours,
): Markup {
  const words = [...text].length * size * 1.06 - size * 0.06;
  return [
    box(x - width / 2, y, width, height, colours.paper, 2),
    lettering(text, x - words / 2, y + (height - size) / 2, size, colours.ink, 'across', 1.06),
  ].join('');
}

/** The shop's red mark. */
export function seal(x: number, y: number, size: number, red = '#B23A26', paper = cream): Markup {
  return (
    box(x, y, size, size, red, 2) +
    line(
      svg`M${x + size * 0.26} ${y + size * 0.26}h${size * 0.48}v${size * 0.48}h${size * -0.48}zm${size * 0.24} 0v${size * 0.48}`,
      paper,
      size * 0.09,
    )
  );
}
