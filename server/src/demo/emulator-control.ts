/** One mini-program and its merchant number at the emulator; the fields that are used here. */
export interface EmulatorPair {
  readonly name: string;
  readonly app: { readonly appid: string; readonly secret: string };
  readonly merchant: {
    readonly mchid: string;
    readonly serial: string;
    readonly privateKey: string;
    readonly apiV3Key: string;
    readonly publicKeyId: string;
    readonly publicKey: string;
    readonly platformSerial: string;
    readonly platformCertificate: string;
  };
}

export interface EmulatorUser {
  readonly id: string;
  readonly openids: Readonly<Record<string, string>>;
}

export interface NewUser {
  readonly id: string;
  readonly nickname?: string;
  readonly phone?: string;
  readonly realName?: string;
}

export interface EmulatorTime {
  readonly offsetMs: number;
  readonly nextDueAtMs: number | null;
}

/** What the demo asks of the emulator's control listener. Source: its README. */
export interface EmulatorControl {
  time(): Promise<EmulatorTime>;
  /** Moves the emulator's clock; answers when everything that became due there has been done. */
  setOffset(offsetMs: number): Promise<EmulatorTime>;
  /** Makes a pair, or applies the given fields to the one of that name. */
  merchant(given: {
    readonly name: string;
    readonly releasedPages: readonly string[];
    readonly templates?: readonly object[];
    /** The message push of the mini-program's console. */
    readonly push?: object;
  }): Promise<EmulatorPair>;
  users(users: readonly NewUser[]): Promise<EmulatorUser[]>;
  /** Plays a phone: `login`, `phone`, `pay`, `confirm`, `grant`, `receive`. */
  play(call: string, body: object): Promise<Readonly<Record<string, unknown>>>;
}

/** A move of a day may bring a hundred callbacks, some of which are awaited for seconds. */
const MOVE_WITHIN_MS = 300_000;
const ANSWER_WITHIN_MS = 15_000;

/** The control listener at that address. */
export function emulatorControl(base: string): EmulatorControl {
  const ask = async <T>(path: string, body?: object, withinMs = ANSWER_WITHIN_MS): Promise<T> => {
    const answer = await fetch(`${base.replace(/\/+$/, '')}/control/${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(withinMs),
    });
    if (!answer.ok)
      throw new Error(`the emulator answered ${path} with ${answer.status}: ${(await answer.text()).slice(0, 300)}`);
    return (await answer.json()) as T;
  };
  return {
    time: () => ask('clock'),
    setOffset: (offsetMs) => ask('clock', { offsetMs }, MOVE_WITHIN_MS),
    merchant: (given) => ask('merchants', given),
    users: async (users) =>
      users.length === 0 ? [] : (await ask<{ users: EmulatorUser[] }>('users', { users })).users,
    play: (call, body) => ask(call, body),
  };
}
