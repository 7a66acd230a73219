import { type Reader, update } from '../../foundation/db';
import type { Installation, Part } from '../../installation';
import { meetMember, memberTable, personByEmail } from '../../modules/identity';
import { findCustomers } from '../../modules/sales';
import { seededRandom } from '../../seeds/random';
import { connectDemoMerchants } from '../connect-merchants';
import { emulatorOf } from '../part';
import { introducePeople } from '../people';
import { type OpenedShop, openShop } from './open-shop';
import { replay, type Stage, stageOf } from './replay';
import { type DemoShop, demoShops } from './shops';

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
  const story = shop.tell(seededRandom(SEED), endAt);
  const opened = await openShop(installation, shop, story.startAt, endAt);
  const people = await castPeople(installation, shop, opened);
  const owner = await personByEmail(installation.db.read, shop.ownerEmail);
  const stage = stageOf(installation.db, opened, story.startAt, {
    people,
    faces: facesOf(shop, opened),
    owner: owner?.id ?? '',
  });
  await replay(stage, story, (done, of) =>
    installation.log.info('the demo is being made', { shop: shop.slug, done, of }),
  );
}

function facesOf({ promoters }: DemoShop, { pictures }: OpenedShop): Map<string, string> {
  return new Map(
    promoters.flatMap(({ code, face }) => {
      const picture = face ? pictures.get(face) : undefined;
      return picture ? [[code, `/api/v1/pictures/${picture}`] as const] : [];
    }),
  );
}

/** Promoters are people with a phone: they can be played, sign in, and buy for themselves. Without an emulator they have none. */
async function castPeople(
  installation: Installation,
  shop: DemoShop,
  { merchantId, pictures }: OpenedShop,
): Promise<Stage['people']> {
  const emulator = emulatorOf(installation);
  if (!emulator) return new Map();
  await connectDemoMerchants(installation, emulator);
  const faces = facesOf(shop, { pictures } as OpenedShop);
  const cast = shop.promoters.map(({ code, name, phone }, position) => ({
    person: code,
    name,
    phone,
    avatar: faces.get(code) ?? null,
    position,
  }));
  const openids = await introducePeople(installation, emulator, merchantId, cast);
  const now = installation.clock.now();
  return installation.db.write(async (tx) => {
    const people = new Map<string, { openid: string; memberId: string; customerId: string }>();
    for (const { code, name, phone, customerId: outsideId } of shop.promoters) {
      const openid = openids.get(code) as string;
      const member = await meetMember(tx, merchantId, { openid, unionid: null }, now);
      const given = { name, avatar: faces.get(code) ?? null, phone: `86${phone}`, phoneVerifiedAt: now };
      await update(tx, memberTable, given, 'merchant_id = ? AND id = ?', [merchantId, member.id]);
      const [customerId] = await findCustomers(
        tx,
        merchantId,
        [{ outsideId, phone: `86${phone}`, openid, name, email: null, address: null }],
        now,
      );
      people.set(code, { openid, memberId: member.id, customerId: customerId as string });
    }
    return people;
  });
}
