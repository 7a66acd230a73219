import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Role } from '@fenrun/contracts';
import { isRefusal } from '@fenrun/kernel';
import { type HttpClient, httpClient } from '@fenrun/testkit';
import { inject } from 'vitest';
import { startApp } from '../../src/app';
import { readSettings, type Settings } from '../../src/config/settings';
import { createMerchantWhole } from '../../src/flows/create-merchant';
import { SettableClock } from '../../src/foundation/clock';
import type { Database } from '../../src/foundation/db';
import { makeLog } from '../../src/foundation/log';
import type { Installation } from '../../src/installation';
import { addStaff, beginMemberSession, hashPassword, type MerchantRow, meetMember } from '../../src/modules/identity';
import { openInstallation } from '../../src/open-installation';
import { testDatabase } from './database';

/** A server on a real port over an empty database of the run's kind. */
export interface TestServer {
  readonly url: string;
  readonly clock: SettableClock;
  readonly db: Database;
  readonly installation: Installation;
  /** Every method and path of the router: `GET /api/v1/orders/:id`. */
  routes(): Promise<readonly string[]>;
  /** What the log said at warn and above. */
  readonly logged: string[];
  client(headers?: Record<string, string>): HttpClient;
  /** A merchant with an owner who is signed in. */
  merchant(
    slug: string,
    given?: Partial<Pick<MerchantRow, 'currency' | 'timezone' | 'region' | 'name'>>,
  ): Promise<TestMerchant>;
  stop(): Promise<void>;
}

export interface TestMerchant {
  readonly id: string;
  readonly slug: string;
  readonly webhookSecret: string;
  readonly ownerEmail: string;
  /** The owner's browser. */
  readonly owner: HttpClient;
  /** A new person with a role, signed in. */
  staff(role: Role): Promise<HttpClient>;
  /** A member of the mini-program, with a token; WeChat is not asked. */
  member(openid?: string): Promise<{ readonly id: string; readonly client: HttpClient }>;
}

export const PASSWORD = 'a-long-enough-password';

let passwordHash: Promise<string> | undefined;

export async function startServer(overrides: Partial<Settings> = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(inject('testFolder') ?? tmpdir(), 'server-'));
  const settings = {
    ...readSettings({ DATA_DIR: dataDir, PORT: '0', SECRET_KEY: randomBytes(32).toString('base64') }, dataDir),
    ...overrides,
  };
  const clock = new SettableClock();
  const db = await testDatabase();
  const logged: string[] = [];
  const log = makeLog('warn', (line) => void logged.push(line));
  const installation = await openInstallation(settings, { db, clock, log });
  const app = await startApp(installation, { checkAnswers: true });
  const url = `http://127.0.0.1:${app.port}`;
  const client = (headers: Record<string, string> = {}) => httpClient(url, headers);
  return {
    url,
    clock,
    db,
    installation,
    routes: () => app.routes(),
    logged,
    client,
    merchant: (slug, given = {}) => makeMerchant(installation, client, slug, given),
    stop: () => app.stop(),
  };
}

async function makeMerchant(
  installation: Installation,
  client: TestServer['client'],
  slug: string,
  given: object,
): Promise<TestMerchant> {
  const { db, clock, box } = installation;
  passwordHash ??= hashPassword(PASSWORD);
  const hash = await passwordHash;
  const ownerEmail = `owner@${slug}.test`;
  const input = {
    ...{ slug, name: `Shop ${slug}`, currency: 'CNY', timezone: 'Asia/Shanghai', region: 'CN', rate: '10' },
    ...{ ownerEmail, ownerName: 'Owner', ownerPasswordHash: hash },
    ...given,
  };
  const made = await db.write((tx) => createMerchantWhole(tx, input, box, clock.now()));
  if (isRefusal(made)) throw new Error(made.refused);
  const { id } = made.merchant;
  const signedIn = async (email: string) => {
    const person = client();
    const answer = await person.post('/api/v1/session', { email, password: PASSWORD });
    if (answer.status !== 204) throw new Error(`cannot sign in: ${answer.status} ${JSON.stringify(answer.body)}`);
    return person;
  };
  const staff = async (role: Role) => {
    const email = `${role}-${randomBytes(3).toString('hex')}@${slug}.test`;
    await db.write((tx) => addStaff(tx, { merchantId: id, email, name: role, role, passwordHash: hash }, clock.now()));
    return signedIn(email);
  };
  const member = async (openid = `o${randomBytes(8).toString('hex')}`) => {
    const { memberId, token } = await db.write(async (tx) => {
      const met = await meetMember(tx, id, { openid, unionid: null }, clock.now());
      return { memberId: met.id, ...(await beginMemberSession(tx, id, met.id, Date.now())) };
    });
    return { id: memberId, client: client({ authorization: `Bearer ${token}` }) };
  };
  return { id, slug, webhookSecret: made.webhookSecret, ownerEmail, owner: await signedIn(ownerEmail), staff, member };
}
