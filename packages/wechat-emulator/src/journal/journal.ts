import type { EmulatorState } from '../state/emulator-state';

const KEPT_ENTRIES = 5_000;
const KEPT_UNMODELLED = 1_000;
const KEPT_BODY_CHARACTERS = 65_536;

export type ListenerName = 'mp' | 'pay' | 'control';

export interface JournalEntry {
  seq: number;
  /** Virtual, RFC 3339 in UTC. */
  at: string;
  listener: ListenerName | 'callback';
  endpoint: string;
  method: string;
  path: string;
  headers: Record<string, string>;
  body: string;
  status: number;
  answer: string;
  outcome: string;
  signature?: string;
  nonceReplayed?: true;
  fault?: string;
  unmodelled?: true;
}

export type Happening = Omit<JournalEntry, 'seq' | 'at'>;

/** What came in and went out. The last entries are in memory; unmodelled ones are kept in the state until they are removed. */
export class Journal {
  private entries: JournalEntry[] = [];
  private seq = 0;

  constructor(
    private readonly state: () => EmulatorState,
    private readonly now: () => number,
  ) {}

  write(happening: Happening): JournalEntry {
    this.seq += 1;
    const cut = (text: string) => text.slice(0, KEPT_BODY_CHARACTERS);
    const at = new Date(this.now()).toISOString();
    const entry = { seq: this.seq, at, ...happening, body: cut(happening.body), answer: cut(happening.answer) };
    this.entries.push(entry);
    if (this.entries.length > KEPT_ENTRIES) this.entries.shift();
    const { unmodelled } = this.state();
    if (entry.unmodelled && unmodelled.length < KEPT_UNMODELLED) unmodelled.push(entry);
    return entry;
  }

  read(): readonly JournalEntry[] {
    return this.entries;
  }

  clear(): void {
    this.entries = [];
    this.state().unmodelled = [];
  }
}
