import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pictures } from '../../src/seeds/art/pictures';

const artFolder = resolve(import.meta.dirname, '../../src/seeds/art');
const drawn = Object.entries(pictures).flatMap(([folder, byName]) =>
  Object.entries(byName).map(([name, markup]) => ({ file: `${folder}/${name}.svg`, markup })),
);

describe('the drawings of the demo shop', () => {
  test.each(drawn)('$file on disk is what the composer draws', async ({ file, markup }) => {
    await expect(markup).toMatchFileSnapshot(resolve(artFolder, file));
  });

  test('no drawing lies in the folders that nobody composes', () => {
    const onDisk = Object.keys(pictures).flatMap((folder) =>
      readdirSync(resolve(artFolder, folder)).map((name) => `${folder}/${name}`),
    );
    expect(onDisk.sort()).toEqual(drawn.map((one) => one.file).sort());
  });

  test.each(drawn)('$file is well-formed, small, without text and without anything from outside', ({ file }) => {
    const svg = readFileSync(resolve(artFolder, file), 'utf8');
    expect(Buffer.byteLength(svg)).toBeLessThanOrEqual(file.startsWith('products/') ? 6_144 : 8_192);
    expect(faultsOf(svg)).toEqual([]);
  });

  test.each([
    ['products', 40, 'width="750" height="750"'],
    ['campaigns', 3, 'width="750" height="420"'],
    ['faces', 12, 'width="200" height="200"'],
  ] as const)('there are enough %s, all of one size and no two alike', (folder, count, size) => {
    const markups = Object.values(pictures[folder]);
    expect(markups.length).toBeGreaterThanOrEqual(count);
    expect(markups.every((markup) => markup.includes(size))).toBe(true);
    expect(new Set(markups).size).toBe(markups.length);
  });
});

const allowed = new Set(['svg', 'g', 'rect', 'circle', 'ellipse', 'path']);

/** Names what is wrong with an SVG of ours: a small strict reader of elements, attributes and nesting. */
function faultsOf(svg: string): string[] {
  const faults: string[] = [];
  const open: string[] = [];
  const tag = /<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<&]*")*)\s*(\/?)>/y;
  let at = 0;
  while (at < svg.trimEnd().length) {
    tag.lastIndex = at;
    const found = tag.exec(svg);
    if (!found) return [...faults, `no tag at ${at}: ${svg.slice(at, at + 40)}`];
    const [whole, closing, name, attributes, selfClosed] = found;
    if (!allowed.has(name!)) faults.push(`<${name}> is not one of our shapes`);
    if (closing && open.pop() !== name) faults.push(`</${name}> closes nothing at ${at}`);
    if (!closing && !selfClosed) open.push(name!);
    const names = [...attributes!.matchAll(/([\w:-]+)="/g)].map((match) => match[1]!);
    if (new Set(names).size !== names.length) faults.push(`an attribute stands twice at ${at}`);
    if (/href|url\(|on\w+=|NaN|undefined/.test(attributes!)) faults.push(`not self-contained or broken: ${attributes}`);
    at += whole.length;
  }
  return open.length ? [...faults, `never closed: ${open.join()}`] : faults;
}
