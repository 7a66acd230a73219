/**
 * The business time of the server: the phone's clock may be wrong, and the demo's runs ahead. Every answer that carries the
 * server's now moves the offset; between answers the phone's clock goes on.
 */
let offset = 0;

export function learnNow(serverNow: number, phoneNow: number = Date.now()): void {
  offset = serverNow - phoneNow;
}

export function businessNow(phoneNow: number = Date.now()): number {
  return phoneNow + offset;
}
