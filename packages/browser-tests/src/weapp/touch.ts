import type { Navigator } from './navigator';
import { attributeOf, elementOf, type PageNode, type Placed, walk, wordsOf } from './node-tree';

/** Finds nodes of the current page by what a person reads, and fires events at them as WeChat does, bubbling included. */
export interface Touch {
  /** The innermost node that reads exactly so, or failing that contains it; the last drawn one lies on top. */
  find(words: string | RegExp): Placed | undefined;
  field(placeholder: string): Placed | undefined;
  fire(placed: Placed, type: string, detail: object): void;
  /** The nearest button that a node stands in, the node itself included. */
  buttonOf(placed: Placed): Placed | undefined;
  attribute(placed: Placed, name: string): unknown;
}

export function touchOf(navigator: Navigator): Touch {
  const { templates } = navigator;
  const all = () => [...walk(navigator.current().instance.data.root ?? { nn: '' })];
  const labelOf = ({ node }: Placed) => String(attributeOf(templates, node, 'aria-label') ?? node['ariaLabel'] ?? '');
  const innermost = (fits: (words: string) => boolean) =>
    all()
      .filter((placed) => fits(wordsOf(placed.node).trim()) || fits(labelOf(placed)))
      .sort((a, b) => a.above.length - b.above.length)
      .reduce<Placed | undefined>((best, next) => (isInside(next, best) ? next : (best ?? next)), undefined);
  const send = (target: PageNode, at: PageNode, type: string, detail: object) => {
    const shown = (node: PageNode) => ({
      id: node.uid ?? node.sid,
      dataset: { sid: node.sid },
      offsetLeft: 0,
      offsetTop: 0,
    });
    const event = { type, timeStamp: Date.now(), target: shown(target), currentTarget: shown(at), detail };
    navigator.current().call('eh', { ...event, touches: [], changedTouches: [], mark: {} });
  };
  return {
    find: (words) =>
      typeof words === 'string'
        ? (innermost((text) => text === words) ?? innermost((text) => text.includes(words)))
        : innermost((text) => words.test(text)),
    field: (placeholder) =>
      all().find(({ node }) => String(attributeOf(templates, node, 'placeholder') ?? '').includes(placeholder)),
    fire({ node, above }, type, detail) {
      const bubbles = type === 'tap';
      for (const at of bubbles ? [node, ...above] : [node])
        if (templates.get(at.nn)?.events.has(type)) send(node, at, type, detail);
    },
    buttonOf(placed) {
      const chain = [placed.node, ...placed.above];
      const index = chain.findIndex((node) => elementOf(templates, node) === 'button');
      const node = chain[index];
      return node && { node, above: chain.slice(index + 1) };
    },
    attribute: ({ node }, name) => attributeOf(templates, node, name),
  };
}

/** Whether a node stands inside the other, or there is no other. */
function isInside({ above }: Placed, other: Placed | undefined): boolean {
  return other === undefined || above.includes(other.node);
}
