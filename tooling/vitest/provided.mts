declare module 'vitest' {
  interface ProvidedContext {
    /** `mysql://user:password@host:port` of the server that the suites use, where they run on it. */
    mysqlServer: string;
    /** A folder for the files of this run; removed at its end. */
    testFolder: string;
  }
}

export {};
