/** The version of the mini-program, as the release notes name it. */
export const VERSION = __VERSION__;
