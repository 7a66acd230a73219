import type { NodeTemplate } from './templates';

/** One node as it stands in a page's data. Fields other than these are attributes under their short names. */
export interface PageNode {
  readonly nn: string;
  readonly sid?: string;
  readonly uid?: string;
  readonly cl?: string;
  /** The words of a text node. */
  readonly v?: string;
  readonly cn?: readonly PageNode[];
  readonly [attribute: string]: unknown;
}

/** A node with the nodes above it, the nearest first. */
export interface Placed {
  readonly node: PageNode;
  readonly above: readonly PageNode[];
}

/** Every node of a tree, parents before children. */
export function* walk(node: PageNode, above: readonly PageNode[] = []): Generator<Placed> {
  yield { node, above };
  for (const child of node.cn ?? []) if (child) yield* walk(child, [node, ...above]);
}

/** What a reader of the screen reads in a node. */
export function wordsOf(node: PageNode): string {
  if (node.v !== undefined && !node.cn?.length) return String(node.v);
  return (node.cn ?? []).map((child) => (child ? wordsOf(child) : '')).join('');
}

export type Templates = ReadonlyMap<string, NodeTemplate>;

export function attributeOf(templates: Templates, node: PageNode, name: string): unknown {
  const field = templates.get(node.nn)?.attributes.get(name);
  return field === undefined ? undefined : node[field];
}

export const elementOf = (templates: Templates, node: PageNode): string | undefined => templates.get(node.nn)?.element;
