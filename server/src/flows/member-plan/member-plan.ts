import type { Out } from '@fenrun/contracts';
import { rateText } from '@fenrun/engine';
import { formatInstant, type Refusal, refuse } from '@fenrun/kernel';
import { find, findOne } from '../../foundation/db';
import type { Call } from '../../foundation/http';
import { bonusRunTable, counterTable } from '../../modules/climbing';
import { readingOf } from '../../modules/commission';
import { promoterOfMember } from '../../modules/promoters';
import { programmeRate } from '../pages/programme-rate';
import { networkText, selfText } from './other-earnings';
import { ownBonuses } from './own-bonuses';
import { ownGroup } from './own-group';
import { ownLadder } from './own-ladder';
import { rateSentences, whyText } from './rate-words';
import { ratesThatReach } from './rates-that-reach';

type PlanView = Out<'member.plan'>;

const NOTHING = { orders: 0, revenue: 0, customers: 0 };

/** What a promoter earns and why, in plain words, and what is missing to the next level, group and bonus. */
export async function memberPlan(call: Call): Promise<PlanView | Refusal<'unknown-promoter'>> {
  const { db, merchantId } = call;
  const promoter = await promoterOfMember(db.read, merchantId, call.actor.id);
  if (!promoter || promoter.status === 'applicant' || promoter.status === 'rejected') return refuse('unknown-promoter');
  const own = [merchantId, promoter.id];
  const [reading, counter, runs] = await Promise.all([
    readingOf(call),
    findOne(db.read, counterTable, 'merchant_id = ? AND promoter_id = ?', own),
    find(
      db.read,
      bonusRunTable,
      'merchant_id = ? AND promoter_id = ? AND to_at > ?',
      [...own, call.now],
      'ORDER BY id',
    ),
  ]);
  const { ordinary, differing } = await ratesThatReach(db.read, reading.compiled, promoter, runs, reading.now);
  const sentence = await rateSentences(db, reading, ordinary ? [ordinary, ...differing] : differing);
  const { currency, lang, names } = reading;
  return {
    rate: ordinary ? rateText(ordinary.rate, currency, lang) : programmeRate(null, reading),
    why: whyText(ordinary, promoter, reading, sentence),
    rates: differing.map((one) => ({
      sentence: sentence(one),
      rate: rateText(one.rate, currency, lang),
      until: one.until === null ? null : formatInstant(one.until),
    })),
    programmeName: names.programme(promoter.programme),
    ladder: await ownLadder(db.read, reading, promoter),
    group: ownGroup(reading, promoter, counter ?? NOTHING),
    bonuses: await ownBonuses(db.read, reading, promoter, runs, counter ?? NOTHING),
    self: selfText(reading),
    network: networkText(reading),
  };
}
