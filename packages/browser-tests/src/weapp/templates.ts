import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What Taro's compiled templates say of one kind of node: which events reach the app, and under which names attributes are set. */
export interface NodeTemplate {
  /** The native element: `view`, `button`, `input`. */
  readonly element: string;
  readonly events: ReadonlySet<string>;
  /** An attribute of the native element → the field of the page's data that feeds it. */
  readonly attributes: ReadonlyMap<string, string>;
}

/** Reads the templates of a built mini-program, by the node's name in the data (`nn`). */
export function readTemplates(dist: string): ReadonlyMap<string, NodeTemplate> {
  const source = readFileSync(join(dist, 'base.wxml'), 'utf8');
  const templates = new Map<string, NodeTemplate>();
  for (const [, name = '', body = ''] of source.matchAll(/<template name="tmpl_0_(\w+)">([\s\S]*?)<\/template>/g)) {
    const [, element = '', attributes = ''] = /<([\w-]+)((?:\s+[\w:-]+="[^"]*")*)/.exec(body) ?? [];
    const plain = name.replace(/_(focus|blur)$/, '');
    if (element !== 'template') templates.set(plain, templateOf(element, attributes));
  }
  return templates;
}

function templateOf(element: string, source: string): NodeTemplate {
  const events = new Set<string>();
  const attributes = new Map<string, string>();
  for (const [, name = '', value = ''] of source.matchAll(/([\w:-]+)="([^"]*)"/g)) {
    const event = value === 'eh' ? /^(?:bind|catch):?(\w+)$/.exec(name)?.[1] : undefined;
    const field = /\bi\.(\w+)/.exec(value)?.[1];
    if (event) events.add(event);
    else if (field && name !== 'id') attributes.set(name, field);
  }
  return { element, events, attributes };
}
