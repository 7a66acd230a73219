import { type Drawing, loadPicture } from '@/lib/canvas';
import { moneyParts } from '@/lib/money';
import { colour } from '@/lib/tokens';
import { cover, fitLine, wrap } from './poster-text';

export const POSTER_WIDTH = 750;
export const POSTER_HEIGHT = 1334;

/** Everything on the poster, in words. Never commission, rate or level. */
export interface PosterContent {
  picture: string | null;
  shopName: string;
  shopLogo: string | null;
  title: string;
  point: string;
  price: string;
  currency: string;
  specification: string;
  promoterName: string;
  promoterAvatar: string | null;
  recommends: string;
  words: string;
  code: string;
  scan: string;
}

const TEXT = '-apple-system, "PingFang SC", "HarmonyOS Sans SC", MiSans, "Noto Sans CJK SC", sans-serif';
const FIGURES = `"SF Pro Display", "Inter Variable", "Helvetica Neue", Roboto, ${TEXT}`;

/** Draws the poster, 750 × 1334. Places are the top left of each thing; a text's place is the top of its line box. Source: look NOTES, Poster. */
export async function drawPoster(drawing: Drawing, content: PosterContent): Promise<void> {
  const { canvas, ctx } = drawing;
  const load = (src: string | null) => (src ? loadPicture(canvas, src) : Promise.resolve(null));
  const [picture, logo, avatar, code] = await Promise.all([
    load(content.picture),
    load(content.shopLogo),
    load(content.promoterAvatar),
    load(content.code),
  ]);
  if (!code) throw new Error('the code of the poster could not be loaded');
  ctx.textBaseline = 'middle';
  fill(ctx, 0, 0, POSTER_WIDTH, POSTER_HEIGHT, colour('poster'));
  fill(ctx, 0, 0, POSTER_WIDTH, 740, colour('ground'));
  if (picture) cover(ctx, picture, 0, 0, POSTER_WIDTH, 740);
  drawShop(ctx, content, logo);
  drawProduct(ctx, content);
  fill(ctx, 48, 1036, 654, 1, colour('posterLine'));
  drawPromoter(ctx, content, avatar);
  // The code's white ground takes the poster's tone.
  ctx.globalCompositeOperation = 'multiply';
  ctx.drawImage(code, 494, 1060, 208, 208);
  ctx.globalCompositeOperation = 'source-over';
  line(ctx, content.scan, 598, 1276, 30, { size: 22, weight: 400, tone: 'ink3', align: 'center' });
}

interface Style {
  size: number;
  weight: 400 | 500 | 600 | 700;
  tone: string;
  align?: CanvasTextAlign;
  font?: string;
}

function use(ctx: CanvasRenderingContext2D, { size, weight, tone, align = 'left', font = TEXT }: Style): void {
  ctx.font = `${weight} ${size}px ${font}`;
  ctx.fillStyle = colour(tone);
  ctx.textAlign = align;
}

/** One line of text whose box begins at `top` and is `height` high. */
function line(ctx: CanvasRenderingContext2D, text: string, x: number, top: number, height: number, style: Style): void {
  use(ctx, style);
  ctx.fillText(text, x, top + height / 2);
}

function fill(ctx: CanvasRenderingContext2D, x: number, y: number, width: number, height: number, value: string): void {
  ctx.fillStyle = value;
  ctx.fillRect(x, y, width, height);
}

function drawShop(ctx: CanvasRenderingContext2D, { shopName }: PosterContent, logo: HTMLImageElement | null): void {
  disc(ctx, 48, 48, 60, colour('card'), logo);
  if (!logo) leaf(ctx, 78, 78);
  use(ctx, { size: 32, weight: 700, tone: 'ink' });
  line(ctx, fitLine(ctx, shopName, 540), 124, 58, 40, { size: 32, weight: 700, tone: 'ink' });
}

function drawProduct(ctx: CanvasRenderingContext2D, content: PosterContent): void {
  const title: Style = { size: 50, weight: 700, tone: 'ink' };
  use(ctx, title);
  line(ctx, fitLine(ctx, content.title, 654), 48, 780, 64, title);
  const point: Style = { size: 28, weight: 400, tone: 'ink2' };
  use(ctx, point);
  line(ctx, fitLine(ctx, content.point, 654), 48, 852, 40, point);
  const end = drawPrice(ctx, content);
  const specification: Style = { size: 26, weight: 400, tone: 'ink3', align: 'right' };
  use(ctx, specification);
  line(ctx, fitLine(ctx, content.specification, 702 - end - 24), 702, 964, 32, specification);
}

/** Sign, integer and decimals on one baseline at y 991; returns where they end. */
function drawPrice(ctx: CanvasRenderingContext2D, { price, currency }: PosterContent): number {
  const { sign, whole, fraction } = moneyParts(price, currency);
  ctx.textBaseline = 'alphabetic';
  let x = 48;
  for (const [text, size] of [
    [sign, 42],
    [whole, 80],
    [fraction, 48],
  ] as const) {
    use(ctx, { size, weight: 600, tone: 'ink', font: FIGURES });
    ctx.fillText(text, x, 991);
    x += ctx.measureText(text).width + (text === sign ? 6 : 0);
  }
  ctx.textBaseline = 'middle';
  return x;
}

function drawPromoter(ctx: CanvasRenderingContext2D, content: PosterContent, avatar: HTMLImageElement | null): void {
  disc(ctx, 48, 1084, 88, colour('accentTint'), avatar);
  if (!avatar)
    line(ctx, [...content.promoterName][0] ?? '', 92, 1084, 88, {
      size: 40,
      weight: 500,
      tone: 'accentDeep',
      align: 'center',
    });
  const name: Style = { size: 34, weight: 700, tone: 'ink' };
  use(ctx, name);
  line(ctx, fitLine(ctx, content.promoterName, 310), 156, 1088, 42, name);
  line(ctx, content.recommends, 156, 1134, 36, { size: 26, weight: 400, tone: 'ink3' });
  const words: Style = { size: 30, weight: 400, tone: 'ink2' };
  use(ctx, words);
  for (const [index, text] of wrap(ctx, content.words, 400, 2).entries())
    line(ctx, text, 48, 1200 + index * 46, 46, words);
}

/** A circle with a picture in it, or only its ground. */
function disc(
  ctx: CanvasRenderingContext2D,
  x: number,
  y: number,
  size: number,
  ground: string,
  picture: HTMLImageElement | null,
): void {
  ctx.save();
  ctx.beginPath();
  ctx.arc(x + size / 2, y + size / 2, size / 2, 0, Math.PI * 2);
  ctx.clip();
  fill(ctx, x, y, size, size, ground);
  if (picture) cover(ctx, picture, x, y, size, size);
  ctx.restore();
}

/** A shop without a logo has a leaf. */
function leaf(ctx: CanvasRenderingContext2D, x: number, y: number): void {
  ctx.save();
  ctx.translate(x - 15, y - 15);
  ctx.scale(1.25, 1.25);
  ctx.strokeStyle = colour('accentDeep');
  ctx.lineWidth = 2;
  ctx.lineCap = 'round';
  ctx.lineJoin = 'round';
  ctx.beginPath();
  ctx.moveTo(5.2, 18.8);
  ctx.bezierCurveTo(3.4, 11, 8, 4.6, 19.4, 4.6);
  ctx.bezierCurveTo(20.4, 15, 14, 20.8, 5.2, 18.8);
  ctx.moveTo(4.4, 20.2);
  ctx.lineTo(12.6, 11.6);
  ctx.stroke();
  ctx.restore();
}
