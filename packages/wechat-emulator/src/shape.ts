/** What a JSON body must look like, as data: checked strictly, and the source of the body's type. */

export interface TextShape {
  readonly kind: 'text';
  readonly min: number;
  readonly max: number;
  readonly pattern?: RegExp;
}
export interface IntegerShape {
  readonly kind: 'integer';
  readonly min: number;
  readonly max: number;
}
export interface FlagShape {
  readonly kind: 'flag';
}
export interface ListShape<T> {
  readonly kind: 'list';
  readonly of: T;
  readonly min: number;
  readonly max: number;
}
export interface ObjectShape<F> {
  readonly kind: 'object';
  readonly fields: F;
}
export interface AnyShape {
  readonly kind: 'any';
}
export interface OptionalShape<T> {
  readonly kind: 'optional';
  readonly of: T;
}
export type Shape =
  | TextShape
  | IntegerShape
  | FlagShape
  | AnyShape
  | ListShape<unknown>
  | ObjectShape<Record<string, unknown>>
  | OptionalShape<unknown>;

/** The type that a checked value has. */
export type BodyOf<S> =
  S extends OptionalShape<infer T>
    ? BodyOf<T> | undefined
    : S extends TextShape
      ? string
      : S extends IntegerShape
        ? number
        : S extends FlagShape
          ? boolean
          : S extends ListShape<infer T>
            ? BodyOf<T>[]
            : S extends ObjectShape<infer F>
              ? { [K in keyof F]: BodyOf<F[K]> }
              : unknown;

/** Text of `min` to `max` characters, counted in code points. */
export function text(max: number, more: { min?: number; pattern?: RegExp } = {}): TextShape {
  return { kind: 'text', min: 1, max, ...more };
}
export function integer(min: number, max = Number.MAX_SAFE_INTEGER): IntegerShape {
  return { kind: 'integer', min, max };
}
export function flag(): FlagShape {
  return { kind: 'flag' };
}
export function anything(): AnyShape {
  return { kind: 'any' };
}
export function list<T extends Shape>(of: T, min = 0, max = Number.MAX_SAFE_INTEGER): ListShape<T> {
  return { kind: 'list', of, min, max };
}
export function object<F extends Record<string, Shape>>(fields: F): ObjectShape<F> {
  return { kind: 'object', fields };
}
export function optional<T extends Shape>(of: T): OptionalShape<T> {
  return { kind: 'optional', of };
}

export interface Flaw {
  /** JSON pointer, such as `/amount/total`. */
  readonly field: string;
  readonly value: unknown;
  readonly kind: 'missing' | 'unknown' | 'type' | 'length' | 'pattern' | 'range';
}

/** The first flaw of `value`, in the order of the shape's fields with unknown ones before them; undefined when sound. */
export function flawOf(shape: Shape, value: unknown, field = ''): Flaw | undefined {
  switch (shape.kind) {
    case 'optional':
      return value === undefined ? undefined : flawOf(shape.of as Shape, value, field);
    case 'any':
      return undefined;
    case 'text':
      return flawOfText(shape, value, field);
    case 'integer':
      return flawOfInteger(shape, value, field);
    case 'flag':
      return typeof value === 'boolean' ? undefined : wrongType(field, value);
    case 'list':
      return flawOfList(shape, value, field);
    case 'object':
      return flawOfObject(shape, value, field);
  }
}

/** Code points, as WeChat counts the length of Chinese text. */
export function lengthOf(value: string): number {
  return [...value].length;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function flawOfText(shape: TextShape, value: unknown, field: string): Flaw | undefined {
  if (typeof value !== 'string') return wrongType(field, value);
  const length = lengthOf(value);
  if (length < shape.min || length > shape.max) return { field, value, kind: 'length' };
  if (shape.pattern && !shape.pattern.test(value)) return { field, value, kind: 'pattern' };
  return undefined;
}

function flawOfInteger(shape: IntegerShape, value: unknown, field: string): Flaw | undefined {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return wrongType(field, value);
  return value < shape.min || value > shape.max ? { field, value, kind: 'range' } : undefined;
}

function flawOfList(shape: ListShape<unknown>, value: unknown, field: string): Flaw | undefined {
  if (!Array.isArray(value)) return wrongType(field, value);
  if (value.length < shape.min || value.length > shape.max) return { field, value: value.length, kind: 'length' };
  for (const [index, item] of value.entries()) {
    const flaw = flawOf(shape.of as Shape, item, `${field}/${index}`);
    if (flaw) return flaw;
  }
  return undefined;
}

function flawOfObject(shape: ObjectShape<Record<string, unknown>>, value: unknown, field: string): Flaw | undefined {
  if (!isObject(value)) return wrongType(field, value);
  const stranger = Object.keys(value).find((name) => !Object.hasOwn(shape.fields, name));
  if (stranger !== undefined) return { field: `${field}/${stranger}`, value: value[stranger], kind: 'unknown' };
  for (const [name, inner] of Object.entries(shape.fields)) {
    const flaw = flawOf(inner as Shape, Object.hasOwn(value, name) ? value[name] : undefined, `${field}/${name}`);
    if (flaw) return flaw;
  }
  return undefined;
}

function wrongType(field: string, value: unknown): Flaw {
  return { field, value, kind: value === undefined ? 'missing' : 'type' };
}
