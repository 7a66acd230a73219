export {
  type Actor,
  type Call,
  type CalledMerchant,
  type CallFor,
  FileAnswer,
  type OpenCall,
  type Reply,
} from './call';
export { cursorOf, placeOf } from './cursor';
export { docsPage } from './docs-page';
export { type AuditNote, type Caller, type Credentials, type Doorkeeper, SESSION_COOKIE } from './doorkeeper';
export { EdgeMiddleware } from './edge-middleware';
export { type Exchange, exchangeOf, sendEmpty, sendJson, sendRefusal } from './exchange';
export { type Front, frontListener, type HotRoute, type Readiness } from './front';
export { cleanIdempotencyKeys } from './idempotency';
export { openApiOf } from './openapi';
export { addressOf, bearerOf, cookieOf, isOwnOrigin } from './origin';
export { fieldErrors, parseWith } from './parse';
export { problemOf } from './problem';
export { BODY_AT_MOST, parseJson, readBody } from './read-body';
export { HTTP, routerPath, Serves, servedRoutes } from './serves';
export { staticFolder } from './static-files';
export type { HttpSurroundings } from './surroundings';
