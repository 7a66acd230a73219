import { type Reader, update } from '../../foundation/db';
import type { Installation, Part } from '../../installation';
import { type MemberRow, meetMember, memberTable, personByEmail } from '../../modules/identity';
import { findCustomers } from '../../modules/sales';
import { seededRandom } from '../../seeds/random';
import type { Story } from '../../seeds/story';
import { connectDemoMerchants } from '../connect-merchants';
import { emulatorOf } from '../part';
import { type Introduced, introducePeople } from '../people';
import { type OpenedShop, openShop } from './open-shop';
import { replay, stageOf } from './replay';
import { type DemoShop, demoShops } from './shops';
import { writeRules } from './write-rules';

/** The same seed tells the same story. */
const SEED = 20_261_111;

/** Fills an empty database with the demo's merchants; begins before everything that works by the clock. */
export const demoSeeds: Part = {
  name: 'demo seeds',
  start: async (installation) => {
    if (!installation.settings.demo || !(await isEmpty(installation.db.read))) return undefined;
    await hurried(installation, async () => {
      for (const shop of demoShops) await seedShop(installation, shop);
    });
    return undefined;
  },
};

async function isEmpty(db: Reader): Promise<boolean> {
  return (await db.rows('SELECT id FROM merchant LIMIT 1')).length === 0;
}

/** A story of many thousand small commits needs no flush at each: if the machine dies meanwhile, the demo begins anew. */
async function hurried(installation: Installation, work: () => Promise<void>): Promise<void> {
  const { db } = installation;
  const set = async (mode: string) => {
    if (db.dialect === 'sqlite') await db.source.query(`PRAGMA synchronous = ${mode}`);
  };
  await set('OFF');
  try {
    await work();
  } finally {
    await set('FULL');
  }
}

async function seedShop(installation: Installation, shop: DemoShop): Promise<void> {
  const endAt = installation.clock.now();
  const orderCount = installation.settings.demoOrders;
  const story = shop.tell(seededRandom(SEED), endAt, orderCount === undefined ? {} : { orderCount });
  const opened = await openShop(installation, shop, story.startAt, endAt);
  const cast = await castPeople(installation, shop, story, opened);
  await introduceCustomers(installation, story, opened);
  const owner = await personByEmail(installation.db.read, shop.ownerEmail);
  const stage = stageOf(installation.db, opened, story.startAt, {
    ...cast,
    faces: facesOf(shop, opened),
    owner: owner?.id ?? '',
  });
  await replay(stage, story, (done, of) =>
    installation.log.info('the demo is being made', { shop: shop.slug, done, of }),
  );
  await writeRules(stage, shop, endAt);
}

/** Those who buy, with their names, as the shop's own system knows them. */
async function introduceCustomers(
  { db }: Installation,
  { customers, startAt }: Story,
  { merchantId }: OpenedShop,
): Promise<void> {
  const known = customers.map(({ id, name, phone, address }) => ({
    outsideId: id,
    phone: `86${phone}`,
    name,
    email: null,
    address: `${address.province} ${address.city} ${address.district} ${address.street}`,
  }));
  await db.write((tx) => findCustomers(tx, merchantId, known, startAt));
}

function facesOf({ promoters }: DemoShop, { pictures }: OpenedShop): Map<string, string> {
  return new Map(
    promoters.flatMap(({ code, face }) => {
      const picture = face ? pictures.get(face) : undefined;
      return picture ? [[code, `/api/v1/pictures/${picture}`] as const] : [];
    }),
  );
}

interface Cast {
  readonly people: ReadonlyMap<string, MemberRow>;
  readonly customers: ReadonlyMap<string, string>;
}

/** Promoters and applicants are people with a phone: they can be played, sign in, and buy for themselves. */
async function castPeople(installation: Installation, shop: DemoShop, story: Story, opened: OpenedShop): Promise<Cast> {
  const { merchantId } = opened;
  const faces = facesOf(shop, opened);
  const promoters = shop.promoters.map(({ code, name, phone, customerId }) => ({
    person: code,
    name,
    phone,
    outsideId: customerId,
  }));
  const applicants = story.events.flatMap((event) =>
    event.do === 'apply' && event.promoter === null
      ? [{ person: event.application, name: event.name, phone: event.phone, outsideId: null }]
      : [],
  );
  const cast = [...promoters, ...applicants].map((one, position) => ({
    ...one,
    avatar: faces.get(one.person) ?? null,
    position,
  }));
  const openids = await meetEmulator(installation, merchantId, cast);
  const now = story.startAt;
  return installation.db.write(async (tx) => {
    const people = new Map<string, MemberRow>();
    const customers = new Map<string, string>();
    for (const { person, name, phone, avatar, outsideId } of cast) {
      const openid = openids.get(person) ?? `seed-${merchantId}-${person}`;
      const member = await meetMember(tx, merchantId, { openid, unionid: null }, now);
      const given = { name, avatar, phone: `86${phone}`, phoneVerifiedAt: now };
      await update(tx, memberTable, given, 'merchant_id = ? AND id = ?', [merchantId, member.id]);
      people.set(person, { ...member, ...given });
      const buyer = { outsideId, phone: given.phone, openid, name, email: null, address: null };
      const [customerId] = await findCustomers(tx, merchantId, [buyer], now);
      customers.set(person, customerId as string);
    }
    return { people, customers };
  });
}

/** Their openids at the emulator; none without one. */
async function meetEmulator(
  installation: Installation,
  merchantId: string,
  cast: readonly Introduced[],
): Promise<Map<string, string>> {
  const emulator = emulatorOf(installation);
  if (!emulator) return new Map();
  await connectDemoMerchants(installation, emulator);
  return introducePeople(installation, emulator, merchantId, cast);
}
