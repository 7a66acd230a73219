import { Initial1700000000001 } from './0001-initial';

/** Every migration, in order. Made by `pnpm migration:new NAME`; a released one is never edited. */
export const migrations = [Initial1700000000001];
