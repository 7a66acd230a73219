import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { EmulatorState } from './emulator-state';

const SHORTEST_PAUSE_MS = 100;
/** Writing may take a tenth of the time, however large the books grow. */
const PAUSE_PER_WRITE = 10;

/** Keeps a state in `state.json` of a folder: soon after a change, and at the end. */
export class StateFile {
  private timer: NodeJS.Timeout | undefined;
  private pauseMs = SHORTEST_PAUSE_MS;
  private isClosed = false;
  private readonly path: string;

  constructor(
    dir: string,
    private readonly state: () => EmulatorState,
  ) {
    mkdirSync(dir, { recursive: true });
    this.path = StateFile.pathIn(dir);
  }

  /** What was kept in the folder; undefined where nothing was. */
  static read(dir: string): EmulatorState | undefined {
    const text = textOf(StateFile.pathIn(dir));
    return text === undefined ? undefined : (JSON.parse(text) as EmulatorState);
  }

  saveSoon(): void {
    if (this.timer || this.isClosed) return;
    this.timer = setTimeout(() => this.saveNow(), this.pauseMs);
    this.timer.unref();
  }

  /** Written beside and renamed, so that a killed process never leaves half a state. It holds keys: readable by its owner only. */
  saveNow(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const startedAt = performance.now();
    writeFileSync(`${this.path}.new`, JSON.stringify(this.state()), { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
    this.pauseMs = Math.max(SHORTEST_PAUSE_MS, (performance.now() - startedAt) * PAUSE_PER_WRITE);
  }

  /** The last word: what changes afterwards is not kept. */
  close(): void {
    this.saveNow();
    this.isClosed = true;
  }

  private static pathIn(dir: string): string {
    return join(dir, 'state.json');
  }
}

function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
