import type { ParseArgsConfig } from 'node:util';
import { isRefusal, type Refusal } from '@fenrun/kernel';
import type { Installation } from '../installation';
import { type MerchantRow, merchantBySlug } from '../modules/identity';

export type Values = Readonly<Record<string, string | boolean | undefined>>;

/** What a command is given. */
export interface Ask {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly isJson: boolean;
  /** Opens the installation that the environment names; it is closed after the command. */
  open(): Promise<Installation>;
  /** Closes it before the command ends. */
  close(): Promise<void>;
  /** Writes to standard output and waits until it was taken. */
  write(text: string): Promise<void>;
}

/** One command of `pnpm cli`: it answers its exit code, 0 only when all is well. */
export interface Command {
  readonly name: string;
  /** What follows the name, in one line. */
  readonly usage: string;
  readonly summary: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  run(ask: Ask): Promise<number>;
}

/** An expected end: the message goes to standard error. */
export class CommandStop extends Error {
  constructor(
    message: string,
    readonly exitCode = 2,
  ) {
    super(message);
  }
}

/** The text of an option that must be given. */
export function required(values: Values, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new CommandStop(`--${name} is needed`);
  return value;
}

export async function merchantOf({ db }: Installation, values: Values): Promise<MerchantRow> {
  const slug = required(values, 'merchant');
  const merchant = await merchantBySlug(db.read, slug);
  if (!merchant) throw new CommandStop(`no merchant ${slug}`, 1);
  return merchant;
}

/** The value, or an end that names the refusal and every field. */
export function accepted<T>(result: T | Refusal): T {
  if (!isRefusal(result)) return result as T;
  const errors = (result.errors ?? []).map(
    ({ pointer, code, detail }) => `  ${pointer}: ${code}${detail ? ` (${detail})` : ''}`,
  );
  const facts = Object.entries(result.facts ?? {}).map(([name, value]) => ` ${name}=${value}`);
  throw new CommandStop([`${result.refused}${facts.join('')}`, ...errors].join('\n'), 1);
}
