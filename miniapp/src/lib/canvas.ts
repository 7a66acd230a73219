import Taro from '@tarojs/taro';

/** The little of a 2d canvas that drawing here needs; WeChat's and the browser's both have it. */
export interface Drawing {
  canvas: DrawingCanvas;
  ctx: CanvasRenderingContext2D;
}

export interface DrawingCanvas {
  width: number;
  height: number;
  getContext(type: '2d'): CanvasRenderingContext2D | null;
  createImage?(): HTMLImageElement;
}

/** A canvas of exactly so many pixels: on WeChat the one with this id, in a browser one that nobody sees. */
export async function takeCanvas(id: string, width: number, height: number): Promise<Drawing> {
  const canvas = process.env.TARO_ENV === 'h5' ? document.createElement('canvas') : await findCanvas(id);
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) throw new Error('no 2d canvas here');
  return { canvas, ctx };
}

function findCanvas(id: string): Promise<DrawingCanvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true })
      .exec((found: { node?: DrawingCanvas }[]) => {
        const node = found?.[0]?.node;
        if (node) resolve(node);
        else reject(new Error(`no canvas ${id}`));
      });
  });
}

/** Loads a picture for drawing; null where it cannot be had, so that the poster is drawn without it. */
export function loadPicture(canvas: DrawingCanvas, src: string): Promise<HTMLImageElement | null> {
  return new Promise((resolve) => {
    const image = canvas.createImage ? canvas.createImage() : new Image();
    if (!canvas.createImage) image.crossOrigin = 'anonymous';
    image.onload = () => resolve(image);
    image.onerror = () => resolve(null);
    image.src = src;
  });
}

/** The drawing as a picture that can be shown and saved. */
export async function exportCanvas(canvas: DrawingCanvas): Promise<string> {
  if (process.env.TARO_ENV === 'h5') return (canvas as unknown as HTMLCanvasElement).toDataURL('image/png');
  const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas: canvas as never, fileType: 'png' });
  return tempFilePath;
}
