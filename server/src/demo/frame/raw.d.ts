/** A file of this folder as text: the pages are served from memory, so the built server needs no files beside it. */
declare module '*?raw' {
  const text: string;
  export default text;
}
