import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, zone } from '@fenrun/kernel';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readCsv, rowSplitter } from '../../src/foundation/csv';
import { countryCode } from '../../src/imports/domain/country-code';
import { dateReader } from '../../src/imports/domain/date-format';
import { amountReader } from '../../src/imports/domain/read-amount';

const folder = mkdtempSync(join(tmpdir(), 'fenrun-csv-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function split(text: string, pieces = 1): string[][] {
  const splitter = rowSplitter();
  const rows: string[][] = [];
  const take = (part: ReturnType<typeof splitter.push>) => {
    if (isRefusal(part)) throw new Error(part.refused);
    rows.push(...part.map((row) => [...row.cells]));
  };
  const size = Math.ceil(text.length / pieces) || 1;
  for (let at = 0; at < text.length; at += size) take(splitter.push(text.slice(at, at + size)));
  take(splitter.end());
  return rows;
}

test('a file may have quotes, line ends inside them, and no line end at its end', () => {
  expect(split('a,b\r\n"x, ""y""\r\nz",2\r\n3,"4"')).toEqual([
    ['a', 'b'],
    ['x, "y"\r\nz', '2'],
    ['3', '4'],
  ]);
  expect(split('a,b\n12" PLATE,1\n')).toEqual([
    ['a', 'b'],
    ['12" PLATE', '1'],
  ]);
});

test('the delimiter is the one that the header shows', () => {
  expect(split('a;b;"c,d,e,f"\n1,5;2;3')).toEqual([
    ['a', 'b', 'c,d,e,f'],
    ['1,5', '2', '3'],
  ]);
  expect(split('a\tb\n1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
  expect(split('sep=;\na;b\n1;2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('empty rows are left out but counted, as a spreadsheet counts', () => {
  const splitter = rowSplitter();
  const rows = splitter.push('\na,b\n\n1,2\n,\n3,4\n');
  expect(isRefusal(rows) ? rows : rows.map((row) => row.number)).toEqual([2, 4, 6]);
});

test('a quote that is never closed is refused and does not fill the memory', () => {
  const splitter = rowSplitter();
  splitter.push('a,b\n');
  const long = 'x'.repeat(600_000);
  expect(isRefusal(splitter.push(`1,"${long}`))).toBe(false);
  expect(splitter.push(long)).toMatchObject({ refused: 'malformed-csv', facts: { row: 2 } });
});

test('however a file is cut into pieces, its rows are the same', () => {
  const cell = fc.string({ maxLength: 8 }).map((text) => text.replace(/\r/g, ''));
  const rows = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 40 }), (table, pieces) => {
      const text = `h1,h2,h3\n${table.map((row) => row.map((c) => `"${c.replaceAll('"', '""')}"`).join(',')).join('\r\n')}\n`;
      const kept = table.filter((row) => row.some((c) => c !== '')).map((row) => [...row]);
      expect(split(text, pieces)).toEqual([['h1', 'h2', 'h3'], ...kept]);
    }),
  );
});

async function read(bytes: Uint8Array | string) {
  const file = join(folder, 'file.csv');
  writeFileSync(file, bytes);
  const rows: string[][] = [];
  const refused = await readCsv(file, (part) => {
    rows.push(...part.rows.map((row) => [...row.cells]));
    return undefined;
  });
  return refused ?? rows;
}

test('a file may have a mark of its encoding, or be what a Chinese spreadsheet saves', async () => {
  const expected = [
    ['编号', '名'],
    ['1', '茶'],
  ];
  expect(await read('\ufeff编号,名\n1,茶\n')).toEqual(expected);
  expect(await read(Buffer.from('\ufeff编号,名\n1,茶\n', 'utf16le'))).toEqual(expected);
  const gb = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0xc3, 0xfb, 0x0a, 0x31, 0x2c, 0xb2, 0xe8, 0x0a]);
  expect(await read(gb)).toEqual(expected);
});

test('what is no text is no CSV', async () => {
  expect(await read(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toMatchObject({
    refused: 'not-a-csv',
  });
  expect(await read(Buffer.from([0x61, 0x2c, 0xff, 0xff, 0x0a]))).toMatchObject({ refused: 'not-a-csv' });
});

function date(format: string | undefined, text: string, zoneName = 'Europe/London') {
  const reader = dateReader(format, zone(zoneName));
  if (isRefusal(reader)) return reader.refused;
  const instant = reader(text);
  return isRefusal(instant) ? instant.refused : new Date(instant).toISOString();
}

test('dates are read in the zone of the shop', () => {
  expect(date('yyyy-MM-dd HH:mm:ss', '2010-12-01 08:26:00')).toBe('2010-12-01T08:26:00.000Z');
  expect(date('yyyy-MM-dd HH:mm:ss', '2011-07-01 08:26:00')).toBe('2011-07-01T07:26:00.000Z');
  expect(date('d/M/yy H:mm', '1/7/11 8:26')).toBe('2011-07-01T07:26:00.000Z');
  expect(date("yyyy-MM-dd'T'HH:mmXXX", '2011-07-01T08:26+08:00')).toBe('2011-07-01T00:26:00.000Z');
  expect(date('MMM d, yyyy h:mm a', 'Dec 1, 2010 12:05 AM', 'UTC')).toBe('2010-12-01T00:05:00.000Z');
  expect(date(undefined, '2026-03-01T10:00:00+08:00')).toBe('2026-03-01T02:00:00.000Z');
  expect(date(undefined, '2026/3/1 10:00', 'Asia/Shanghai')).toBe('2026-03-01T02:00:00.000Z');
});

test('dates that do not exist are refused, and so is a format that nobody understands', () => {
  for (const text of ['2011-02-29 00:00:00', '2011-13-01 00:00:00', '2011-01-01 24:00:00', '2011-01-01', '', 'soon']) {
    expect(date('yyyy-MM-dd HH:mm:ss', text)).toBe('invalid-date');
  }
  for (const format of ['YYYY-MM-DD', 'HH:mm', 'yyyy-MM-dd yyyy', 'q'])
    expect(date(format, '2011-01-01')).toBe('invalid-date-format');
});

test('an amount is read when it can mean only one thing', () => {
  const gbp = amountReader('GBP');
  const jpy = amountReader('JPY');
  expect(['2.55', ' 2.5 ', '0', '2.5500', '1,234.50', '2,55', '1.234,50', '-3.10'].map(gbp)).toEqual([
    255, 250, 0, 255, 123450, 255, 123450, -310,
  ]);
  for (const text of ['1,234', '2.555', '1e3', '£2', '', '.5', '12,', 'NaN', '99999999999999999.00'])
    expect(gbp(text), text).toMatchObject({ refused: 'invalid-amount' });
  expect(['12', '12.00', '12.5'].map(jpy)).toEqual([12, 12, { refused: 'invalid-amount' }]);
});

test('a country is known by its code or its name', () => {
  expect(['GB', 'gb', 'United Kingdom', 'EIRE', '中国', 'Unspecified'].map(countryCode)).toEqual([
    'GB',
    'GB',
    'GB',
    'IE',
    'CN',
    'Unspecified',
  ]);
});
