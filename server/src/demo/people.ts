import type { Lang, Out } from '@fenrun/contracts';
import { find, findAmong, findOne, insert, type Reader } from '../foundation/db';
import type { Installation } from '../installation';
import { allMerchants, type MerchantRow, memberTable, merchantBySlug } from '../modules/identity';
import { type PromoterStatus, promoterTable } from '../modules/promoters';
import { customerTable } from '../modules/sales';
import { wechatAccountOf } from '../modules/wechat';
import type { EmulatorControl } from './emulator-control';
import { type DemoPersonRow, demoPersonTable } from './store/demo-person.row';

/** Somebody to be played, before the emulator knows him. */
export interface Introduced {
  readonly person: string;
  readonly name: string;
  readonly avatar: string | null;
  readonly position: number;
  /** 11 digits; the emulator makes one up where it is absent. */
  readonly phone?: string;
}

/** The people of one merchant who are shown in the bar at most. */
const SHOWN_AT_MOST = 200;

/**
 * Makes people known to the emulator and to the bar; answers their openids by person. The merchant must be connected first, because an
 * openid belongs to a mini-program.
 */
export async function introducePeople(
  { db, box }: Pick<Installation, 'db' | 'box'>,
  emulator: EmulatorControl,
  merchantId: string,
  people: readonly Introduced[],
): Promise<Map<string, string>> {
  const account = await wechatAccountOf(db.read, merchantId, box);
  if (!account) throw new Error('the merchant has no mini-program yet');
  const users = await emulator.users(
    people.map(({ person, name, phone }) => ({
      id: person,
      nickname: name,
      realName: name,
      ...(phone ? { phone } : {}),
    })),
  );
  const openids = new Map(users.map((user) => [user.id, user.openids[account.appid] as string]));
  const known = await findAmong(
    db.read,
    demoPersonTable,
    'merchant_id = ?',
    [merchantId],
    'person',
    people.map(({ person }) => person),
  );
  const isKnown = new Set(known.map((row) => row.person));
  const rows = people
    .filter(({ person }) => !isKnown.has(person))
    .map(({ person, name, avatar, position }) => ({
      merchantId,
      person,
      openid: openids.get(person) as string,
      name,
      avatar,
      position,
    }));
  await db.write((tx) => insert(tx, demoPersonTable, rows));
  return openids;
}

type PersonView = Out<'demo.people'>['data'][number];

/** Who may be played, merchant by merchant, with what they are by now. */
export async function demoPeople(db: Reader, lang: Lang): Promise<PersonView[]> {
  const shown: PersonView[] = [];
  for (const merchant of await allMerchants(db)) {
    const people = await find(
      db,
      demoPersonTable,
      'merchant_id = ?',
      [merchant.id],
      `ORDER BY position, person LIMIT ${SHOWN_AT_MOST}`,
    );
    shown.push(...(await viewsOf(db, merchant, people, lang)));
  }
  return shown;
}

async function viewsOf(
  db: Reader,
  merchant: MerchantRow,
  people: readonly DemoPersonRow[],
  lang: Lang,
): Promise<PersonView[]> {
  const openids = people.map((row) => row.openid);
  const members = await findAmong(db, memberTable, 'merchant_id = ?', [merchant.id], 'openid', openids);
  const [promoters, customers] = await Promise.all([
    findAmong(
      db,
      promoterTable,
      'merchant_id = ?',
      [merchant.id],
      'memberId',
      members.map((member) => member.id),
    ),
    findAmong(db, customerTable, 'merchant_id = ? AND orders > 0', [merchant.id], 'openid', openids),
  ]);
  const buyers = new Set(customers.map((customer) => customer.openid));
  return people.map(({ person, openid, name, avatar }) => {
    const member = members.find((row) => row.openid === openid);
    const promoter = member && promoters.find((row) => row.memberId === member.id);
    return {
      person,
      name: promoter?.name ?? member?.name ?? name,
      avatar: promoter?.avatar ?? member?.avatar ?? avatar,
      role: roleText(promoter?.status, buyers.has(openid), lang),
      merchant: merchant.slug,
      promoterCode: promoter?.code ?? null,
    };
  });
}

const ROLES: Readonly<Record<PromoterStatus, Readonly<Record<Lang, string>>>> = {
  active: { zh: '推广员', en: 'Promoter' },
  applicant: { zh: '待审核', en: 'Applicant' },
  suspended: { zh: '已暂停', en: 'Suspended' },
  banned: { zh: '已封禁', en: 'Banned' },
  rejected: { zh: '申请未通过', en: 'Not admitted' },
};

function roleText(status: PromoterStatus | undefined, isBuyer: boolean, lang: Lang): string {
  if (status) return ROLES[status][lang];
  if (isBuyer) return lang === 'zh' ? '顾客' : 'Customer';
  return lang === 'zh' ? '新面孔' : 'New face';
}

/** The merchant whose phone a person holds: the one that knows him, else the one that is named, else the first demo merchant. */
export async function merchantOfPerson(
  db: Reader,
  person: string,
  slug: string | undefined,
): Promise<MerchantRow | undefined> {
  if (slug !== undefined) return merchantBySlug(db, slug);
  const known = await findOne(db, demoPersonTable, 'person = ?', [person]);
  const merchants = await allMerchants(db);
  return known
    ? merchants.find((merchant) => merchant.id === known.merchantId)
    : merchants.find((merchant) => merchant.isDemo);
}
