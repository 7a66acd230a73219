declare module '*.scss';

/** The colours of styles/tokens.scss, put in at build time (config/read-tokens.ts). */
declare const __TOKENS__: Record<string, string>;
/** Where the API lives; empty on H5, which is served by the same server. */
declare const __API_BASE__: string;
/** The merchant whose mini-program this is: its slug. */
declare const __MERCHANT__: string;
/** The version of the package. */
declare const __VERSION__: string;
