/** Progress goes to standard error for commands whose standard output is an answer, else to standard output. */
let stream = process.stdout;

const began = Date.now();

/** From here on every progress line goes to standard error. */
export function keepOutputClean() {
  stream = process.stderr;
}

/** One line of progress, with the seconds since the beginning. */
export function say(text) {
  const seconds = ((Date.now() - began) / 1000).toFixed(1).padStart(6);
  stream.write(`${seconds}s  ${text}\n`);
}

/** Text as it is, on the same stream as the progress. */
export function print(text) {
  stream.write(`${text}\n`);
}

/** An expected end with a message and no stack. */
export class Stop extends Error {
  constructor(message, code = 1) {
    super(message);
    this.code = code;
  }
}
