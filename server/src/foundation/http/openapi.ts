import { type Route, type RouteSchemas, schemas } from '@fenrun/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of some routes, from the contract alone: one source for checks, types and documentation. */
export function openApiOf(routes: readonly Route[], publicUrl: string): Json {
  const components: Json = {};
  const paths: Record<string, Json> = {};
  for (const route of [...routes].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Fenrun API',
      version: '1',
      description: DESCRIPTION,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: publicUrl }],
    tags: [...new Set(routes.map(roomOf))].sort().map((name) => ({ name })),
    paths,
    components: {
      schemas: { ...components, Problem: schemaOf(PROBLEM, 'output', components) },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'fenrun_session', description: 'A person of staff.' },
        key: { type: 'http', scheme: 'bearer', description: 'An API key with a role.' },
        member: { type: 'http', scheme: 'bearer', description: 'A member of the mini-program.' },
      },
    },
  };
}

const DESCRIPTION =
  'Money is a decimal string in major units, instants are RFC 3339, lists are pages with a cursor. Errors are problem+json with a stable code. Writes take an Idempotency-Key.';

const PROBLEM = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.string(),
  errors: z.array(z.object({ pointer: z.string(), code: z.string(), detail: z.string() })).optional(),
  requestId: z.string(),
});

const roomOf = (route: Route): string => route.id.split('.')[0] as string;

const SECURITY: Readonly<Record<Route['auth'], Json[]>> = {
  staff: [{ session: [] }, { key: [] }],
  member: [{ member: [] }],
  public: [],
  webhook: [],
  demo: [],
};

function operationOf(route: Route, components: Json): Json {
  const own = schemas[route.id as keyof typeof schemas] as RouteSchemas;
  const isWrite = route.method !== 'GET' && (route.auth === 'staff' || route.auth === 'member');
  const parameters = [
    ...parametersOf(own.params, 'path', components),
    ...parametersOf(own.query, 'query', components),
    { name: 'lang', in: 'query', schema: { enum: ['zh', 'en'] }, description: 'Language of the words in the answer.' },
    ...(isWrite ? [{ name: 'Idempotency-Key', in: 'header', schema: { type: 'string', maxLength: 200 } }] : []),
  ];
  const body = bodyOf(route, own, components);
  return {
    operationId: route.id,
    tags: [roomOf(route)],
    summary: route.summary,
    ...(route.may ? { 'x-permission': route.may } : {}),
    security: SECURITY[route.auth],
    parameters,
    ...(body ? { requestBody: body } : {}),
    responses: responsesOf(route, own, components),
  };
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query', components: Json): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path' || !(field as z.ZodType).safeParse(undefined).success,
    schema: schemaOf(field as z.ZodType, 'input', components),
  }));
}

const FILE_BODIES: Readonly<Record<string, readonly string[]>> = {
  picture: ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml'],
  csv: ['text/csv'],
};

function bodyOf(route: Route, own: RouteSchemas, components: Json): Json | undefined {
  const types = route.takes ? FILE_BODIES[route.takes] : undefined;
  if (types)
    return {
      required: true,
      content: Object.fromEntries(types.map((type) => [type, { schema: { type: 'string', format: 'binary' } }])),
    };
  if (!own.body) return undefined;
  const required = !own.body.safeParse(undefined).success;
  return { required, content: { 'application/json': { schema: schemaOf(own.body, 'input', components) } } };
}

const FILE_ANSWERS: Readonly<Record<string, string>> = { csv: 'text/csv', picture: 'image/*', raw: 'application/json' };

function responsesOf(route: Route, own: RouteSchemas, components: Json): Json {
  const problem = {
    description: 'A problem.',
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  };
  if (route.gives === 'empty') return { 204: { description: 'Done.' }, default: problem };
  const type = route.gives ? FILE_ANSWERS[route.gives] : undefined;
  const content = type
    ? { [type]: {} }
    : { 'application/json': { schema: schemaOf(own.answer, 'output', components) } };
  return { [route.status ?? 200]: { description: 'Done.', content }, default: problem };
}

/** A schema as JSON Schema; what has a name of its own moves to the components. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', components: Json): Json {
  const {
    $schema: _,
    $defs,
    ...own
  } = z.toJSONSchema(schema, { io, unrepresentable: 'any', target: 'draft-2020-12' }) as Json & { $defs?: Json };
  for (const [name, definition] of Object.entries($defs ?? {})) components[name] ??= relink(definition);
  return relink(own) as Json;
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== '$schema' && key !== 'id')
      .map(([key, inner]) => [
        key,
        key === '$ref' && typeof inner === 'string'
          ? inner.replace('#/$defs/', '#/components/schemas/')
          : relink(inner),
      ]),
  );
}
