/** The door of hierarchy: everything that other rooms may use. */
export { checkJoin, checkMove, DEEPEST, type Move, type Place, placeUnder, ROOT } from './domain/tree';
