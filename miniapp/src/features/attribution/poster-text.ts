type Measure = Pick<CanvasRenderingContext2D, 'measureText'>;

/** The text, or as much of it as fits with three dots. */
export function fitLine(ctx: Measure, text: string, width: number): string {
  if (ctx.measureText(text).width <= width) return text;
  const characters = [...text];
  while (characters.length > 0 && ctx.measureText(`${characters.join('')}…`).width > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** No line may begin with one of these. */
const NOT_FIRST = '，。、；：！？）」』”’,.;:!?)';

/** Lines of at most this width; what does not fit on the last ends in three dots. Latin words stay whole. */
export function wrap(ctx: Measure, text: string, width: number, most: number): string[] {
  const clause = most === 2 && ctx.measureText(text).width > width ? clauseBreak(ctx, text, width) : null;
  if (clause !== null) return [text.slice(0, clause).trim(), text.slice(clause).trim()];
  const pieces = text.match(/[\u0021-\u024f]+\s*|\s+|[\s\S]/gu) ?? [];
  const lines: string[] = [''];
  for (const piece of pieces) {
    const current = lines[lines.length - 1] ?? '';
    if (piece === '\n') lines.push('');
    else if (current === '' || ctx.measureText(current + piece.trimEnd()).width <= width || NOT_FIRST.includes(piece))
      lines[lines.length - 1] = current + piece;
    else lines.push(piece.trimStart());
  }
  const kept = lines.map((line) => line.trimEnd()).filter((line, index) => line !== '' || index === 0);
  if (kept.length <= most) return kept;
  const last = kept.slice(most - 1).join('');
  return [...kept.slice(0, most - 1), fitLine(ctx, last, width)];
}

/** Draws a picture so that it covers its frame, cut evenly on both sides. It is clipped, not cut out: an SVG has no pixels to cut. */
export function cover(
  ctx: CanvasRenderingContext2D,
  picture: HTMLImageElement,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const scale = Math.max(width / (picture.width || width), height / (picture.height || height));
  const w = (picture.width || width) * scale;
  const h = (picture.height || height) * scale;
  ctx.save();
  ctx.beginPath();
  ctx.rect(x, y, width, height);
  ctx.clip();
  ctx.drawImage(picture, x - (w - width) / 2, y - (h - height) / 2, w, h);
  ctx.restore();
}

/** Where one line should end so that both halves are whole clauses that fit; null where there is no such place. */
function clauseBreak(ctx: Measure, text: string, width: number): number | null {
  const fits = (part: string) => ctx.measureText(part.trim()).width <= width;
  for (const ends of [/[。！？.!?]/g, /[，；：,;:]/g]) {
    const places = [...text.matchAll(ends)].map(({ index }) => index + 1).filter((place) => place < text.length);
    const place = places.reverse().find((each) => fits(text.slice(0, each)) && fits(text.slice(each)));
    if (place !== undefined) return place;
  }
  return null;
}
