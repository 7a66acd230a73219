import { existsSync, readFileSync } from 'node:fs';

/** The kernel counts in hundredths of a second for every program. */
const TICK_MS = 10;

/** Processor time that a process has used, in milliseconds; 0 where the system does not tell. On a busy machine it says more than the clock. */
export function cpuMs(pid: number | undefined): number {
  const file = `/proc/${pid}/stat`;
  if (pid === undefined || !existsSync(file)) return 0;
  const [user, system] = (readFileSync(file, 'utf8').split(') ')[1] ?? '').split(' ').slice(11, 13);
  return (Number(user) + Number(system)) * TICK_MS;
}
