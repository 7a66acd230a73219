import { type Canvas, createCanvas, Image } from '@napi-rs/canvas';
import { attributeOf, elementOf, walk } from '../node-tree';
import { answer, type Options, type Surroundings, type WxPart } from './surroundings';

const SIZE = { left: 0, right: 375, top: 0, bottom: 300, width: 375, height: 300, scrollLeft: 0, scrollTop: 0 };

/** Canvases of type 2d, found as WeChat finds them: by a query on the page. Drawn for real, pictures of the server included. */
export function drawing(surroundings: Surroundings): WxPart {
  const { navigator, screen, server } = surroundings;
  const canvases = new Map<string, Canvas>();
  const canvasOf = (id: string) => {
    const isThere = [...walk(navigator.current().instance.data.root ?? { nn: '' })].some(
      ({ node }) =>
        elementOf(navigator.templates, node) === 'canvas' &&
        (node.uid ?? attributeOf(navigator.templates, node, 'canvas-id')) === id,
    );
    if (!isThere) return undefined;
    const canvas = canvases.get(id) ?? withImages(createCanvas(300, 150), server);
    canvases.set(id, canvas);
    return canvas;
  };
  return {
    createSelectorQuery: () => selectorQuery(canvasOf),
    canvasToTempFilePath: (options: Options & { canvas: Canvas }) =>
      void answer('canvasToTempFilePath', options, () => {
        const tempFilePath = `wxfile://tmp/drawn-${screen.drawn.length}.png`;
        screen.drawn.push(options.canvas.toBuffer('image/png'));
        return { tempFilePath };
      }),
  };
}

function selectorQuery(canvasOf: (id: string) => Canvas | undefined) {
  const answers: (object | null)[] = [];
  let selected = '';
  const query = {
    in: () => query,
    select(selector: string) {
      selected = selector.replace(/^#/, '');
      return query;
    },
    selectViewport: () => query,
    fields() {
      const node = canvasOf(selected);
      answers.push(node ? { ...SIZE, node } : null);
      return query;
    },
    boundingClientRect() {
      answers.push(SIZE);
      return query;
    },
    exec: (done?: (found: (object | null)[]) => void) => void setTimeout(() => done?.(answers), 0),
  };
  return query;
}

/** WeChat's canvas makes its own images, which load from the network. */
function withImages(canvas: Canvas, server: string): Canvas {
  const createImage = () => {
    const image = new Image();
    const shown: { onload?: () => void; onerror?: () => void } = {};
    const load = async (src: string) => {
      const { pathname, search } = new URL(src);
      const response = await fetch(server + pathname + search);
      if (!response.ok) throw new Error(String(response.status));
      image.src = Buffer.from(await response.arrayBuffer());
      await image.decode();
    };
    return new Proxy(image, {
      set(target, name, value) {
        if (name === 'src')
          load(String(value)).then(
            () => shown.onload?.(),
            () => shown.onerror?.(),
          );
        else if (name === 'onload' || name === 'onerror') shown[name] = value as () => void;
        else Reflect.set(target, name, value);
        return true;
      },
      get(target, name) {
        return name === IMAGE ? target : Reflect.get(target, name, target);
      },
    });
  };
  const getContext = canvas.getContext.bind(canvas);
  return Object.assign(canvas, { createImage, getContext: () => unwrapping(getContext('2d')) });
}

const IMAGE = Symbol('image');

/** drawImage wants the image itself, not the proxy that loads it. */
function unwrapping<T extends { drawImage: (...values: never[]) => void }>(context: T): T {
  const draw = context.drawImage.bind(context) as (...values: unknown[]) => void;
  context.drawImage = ((image: { [IMAGE]?: object }, ...rest: unknown[]) =>
    draw(image[IMAGE] ?? image, ...rest)) as unknown as T['drawImage'];
  return context;
}
