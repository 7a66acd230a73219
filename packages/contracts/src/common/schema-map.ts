import type { z } from 'zod';
import type { Route, Routes } from './route';

/** The schemas of one route. `answer` is `nothing` where the answer is empty or a file. */
export interface RouteSchemas {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly answer: z.ZodType;
}

/** The schemas of a room: one entry for each of its routes, by route id. */
export type SchemasFor<R extends Routes> = { readonly [K in keyof R as R[K]['id']]: RouteSchemas };

/** The id of a route, given the route or the id itself. */
export type IdOf<R> = R extends Route ? R['id'] : R;

type Parsed<S, Part extends string> = S extends { readonly [K in Part]: infer T extends z.ZodType }
  ? z.output<T>
  : Record<never, never>;
type Given<S, Part extends string> = S extends { readonly [K in Part]: infer T extends z.ZodType }
  ? z.input<T>
  : undefined;

/** What a controller receives, parsed. */
export interface Input<S> {
  readonly params: Parsed<S, 'params'>;
  readonly query: Parsed<S, 'query'>;
  readonly body: S extends { readonly body: infer T extends z.ZodType } ? z.output<T> : undefined;
}

/** What a client sends, before parsing. */
export interface Sent<S> {
  readonly params: Given<S, 'params'>;
  readonly query: Given<S, 'query'>;
  readonly body: Given<S, 'body'>;
}

/** What a controller answers and a client receives. */
export type Answer<S> = S extends { readonly answer: infer T extends z.ZodType } ? z.output<T> : never;
