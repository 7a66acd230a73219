import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Level } from '../foundation/log';

/** What an installation is told by its environment. Source: doors.md, “Running”. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly dataDir: string;
  readonly dbUrl: string | undefined;
  readonly secretKey: Buffer;
  /** How many proxies stand in front and add to X-Forwarded-For. */
  readonly trustProxy: number;
  readonly smtpUrl: string | undefined;
  readonly wechatApiBase: string | undefined;
  readonly wechatPayBase: string | undefined;
  /** Where the emulator takes what a phone does; only with the demo. */
  readonly emulatorControl: string | undefined;
  readonly demo: boolean;
  /** How many orders the demo's large shop is made with; undefined makes every screen worth looking at. */
  readonly demoOrders?: number | undefined;
  readonly production: boolean;
  readonly logLevel: Level;
  /** Folders with the built console and the built preview. */
  readonly adminDir: string;
  readonly h5Dir: string;
  /** The built program that plays scenario files; it stands beside the server's. */
  readonly scenarioProgram: string;
}

type Env = Readonly<Record<string, string | undefined>>;

/** A setting that cannot be used; the message says which and why, for the person who starts the server. */
export class WrongSetting extends Error {
  override readonly name = 'WrongSetting';
}

/** Reads the settings; `root` is the folder of the workspace, where the built faces are, `programs` the one of the built programs. */
export function readSettings(env: Env, root: string, programs: string = join(root, 'server/dist')): Settings {
  const production = env['NODE_ENV'] === 'production';
  const host = env['HOST'] || '127.0.0.1';
  const port = wholeNumber('PORT', env['PORT'] || '7001', 0, 65_535);
  const demo = readDemo(env['DEMO'], production, host);
  const dataDir = resolve(env['DATA_DIR'] || join(root, 'data'));
  return {
    port,
    host,
    publicUrl: readPublicUrl(env['PUBLIC_URL'], host, port),
    dataDir,
    dbUrl: env['DB_URL'] || undefined,
    secretKey: readSecretKey(env['SECRET_KEY'], production, dataDir),
    trustProxy: wholeNumber('TRUST_PROXY', env['TRUST_PROXY'] || '0', 0, 16),
    smtpUrl: env['SMTP_URL'] || undefined,
    wechatApiBase: env['WECHAT_API_BASE'] || undefined,
    wechatPayBase: env['WECHAT_PAY_BASE'] || undefined,
    emulatorControl: env['WECHAT_EMULATOR_CONTROL'] || undefined,
    demo,
    demoOrders: env['DEMO_ORDERS'] ? wholeNumber('DEMO_ORDERS', env['DEMO_ORDERS'], 0, 100_000) : undefined,
    production,
    logLevel: readLevel(env['LOG_LEVEL'], production),
    adminDir: resolve(env['ADMIN_DIR'] || join(root, 'admin/dist')),
    h5Dir: resolve(env['H5_DIR'] || join(root, 'miniapp/dist/h5')),
    scenarioProgram: join(programs, 'scenario.cjs'),
  };
}

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host.replace(/^\[|\]$/g, '')) || /^127(\.\d{1,3}){3}$/.test(host);
}

function readDemo(value: string | undefined, production: boolean, host: string): boolean {
  if (value !== undefined && value !== '' && value !== '0' && value !== '1') throw new WrongSetting('DEMO is 0 or 1');
  if (value !== '1') return false;
  if (production) throw new WrongSetting('DEMO=1 is refused with NODE_ENV=production');
  if (!isLoopback(host)) throw new WrongSetting(`DEMO=1 is refused with HOST=${host}: it listens to this machine only`);
  return true;
}

function readPublicUrl(value: string | undefined, host: string, port: number): string {
  const url = value || `http://${host.includes(':') && !host.startsWith('[') ? `[${host}]` : host}:${port}`;
  if (!/^https?:\/\/[^/]+/.test(url)) throw new WrongSetting('PUBLIC_URL begins with https:// or http://');
  return url.replace(/\/+$/, '');
}

/** 32 bytes in base64. Production does not start without; elsewhere one is made and kept in DATA_DIR, readable by its owner only. */
function readSecretKey(value: string | undefined, production: boolean, dataDir: string): Buffer {
  if (value) return decodeKey('SECRET_KEY', value);
  if (production)
    throw new WrongSetting('SECRET_KEY is needed in production: 32 bytes in base64 (openssl rand -base64 32)');
  const file = join(dataDir, 'secret.key');
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    try {
      writeFileSync(file, randomBytes(32).toString('base64'), { mode: 0o600, flag: 'wx' });
    } catch (error) {
      // Another process of ours may have made it in the meantime.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return decodeKey(file, readFileSync(file, 'utf8').trim());
}

function decodeKey(where: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new WrongSetting(`${where} must be 32 bytes in base64`);
  return key;
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most)
    throw new WrongSetting(`${name} is a whole number from ${least} to ${most}`);
  return value;
}

function readLevel(value: string | undefined, production: boolean): Level {
  if (!value) return production ? 'info' : 'warn';
  if (!['debug', 'info', 'warn', 'error'].includes(value))
    throw new WrongSetting('LOG_LEVEL is debug, info, warn or error');
  return value as Level;
}
