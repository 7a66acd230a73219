/** Virtual now = `virtualBase` + (real now − `realBase`) × `rate`. All in epoch ms. */
export interface ClockFace {
  realBase: number;
  virtualBase: number;
  rate: number;
}

/** Reads and sets the virtual clock; the face is part of the state, the real clock is an argument. */
export class VirtualClock {
  constructor(
    private readonly face: () => ClockFace,
    readonly realNow: () => number,
  ) {}

  now(): number {
    const { realBase, virtualBase, rate } = this.face();
    return Math.floor(virtualBase + (this.realNow() - realBase) * rate);
  }

  offsetMs(): number {
    return this.now() - this.realNow();
  }

  rate(): number {
    return this.face().rate;
  }

  /** From now on the clock goes on from `virtualNow`. */
  set(virtualNow: number): void {
    Object.assign(this.face(), { realBase: this.realNow(), virtualBase: virtualNow });
  }

  setRate(rate: number): void {
    Object.assign(this.face(), { realBase: this.realNow(), virtualBase: this.now(), rate });
  }
}

/** RFC 3339 in Beijing time without fractions, as WeChat's real traffic shows it. */
export function beijingTime(epochMs: number): string {
  const shifted = new Date(epochMs + 8 * 3_600_000).toISOString();
  return shifted.replace(/\.\d+Z$/, '+08:00');
}

/** The Beijing day of an instant, `YYYY-MM-DD`. */
export function beijingDay(epochMs: number): string {
  return beijingTime(epochMs).slice(0, 10);
}

/** Epoch ms of an RFC 3339 instant with an offset, with or without fractions; undefined for anything else. */
export function parseInstant(text: string): number | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)$/.test(text)) return undefined;
  const epochMs = Date.parse(text);
  const isReal = !Number.isNaN(epochMs) && isRealDay(text.slice(0, 10));
  return isReal ? epochMs : undefined;
}

function isRealDay(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
