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
  const pieces = text.match(/[\u0021-\u024f]+\s*|\s+|[^]/gu) ?? [];
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

/** Draws a picture so that it covers its frame, cut evenly on both sides. */
export function cover(
  ctx: CanvasRenderingContext2D,
  picture: HTMLImageElement,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const scale = Math.max(width / picture.width, height / picture.height);
  const w = width / scale;
  const h = height / scale;
  ctx.drawImage(picture, (picture.width - w) / 2, (picture.height - h) / 2, w, h, x, y, width, height);
}
