import type { Dice } from '../random';
import { applicationReasons } from '../words';
import { dayMs, hourMs, midnight, officeInstant, wholeSecond } from './calendar';
import type { StoryCast } from './cast';
import type { StoryEvent } from './events';

/** How the promoters came: the old list at the first instant, the others by application; and the applicants who are not in. */
export function joiningEvents(dice: Dice, cast: StoryCast, startAt: number, endAt: number): StoryEvent[] {
  const events: StoryEvent[] = [];
  let applied = 0;
  cast.promoters.forEach((promoter, index) => {
    const joinedAt = wholeSecond(endAt - promoter.joinedDaysAgo * dayMs);
    if (promoter.arrival === 'imported') {
      events.push({ at: startAt, do: 'import-promoter', promoter: promoter.code, joinedAt });
      return;
    }
    const application = `A${String(index + 1).padStart(3, '0')}`;
    const { name, phone, inviter } = promoter;
    const reason = applicationReasons[applied % applicationReasons.length]!;
    applied += 1;
    const appliedAt = Math.max(wholeSecond(joinedAt - dice.between(2, 26) * hourMs), startAt + 1000);
    events.push({ at: appliedAt, do: 'apply', application, promoter: promoter.code, name, phone, inviter, reason });
    const decidedAt = officeInstant(dice, appliedAt + dice.between(0.6, 14) * hourMs);
    events.push({ at: decidedAt, do: 'decide-application', application, decision: 'approve', reason: null });
    if (promoter.group !== 'default')
      events.push({ at: decidedAt + 240_000, do: 'assign-group', promoter: promoter.code, group: promoter.group });
  });
  cast.applicants.forEach(({ name, phone, inviter, reason, daysAgo, rejected }, index) => {
    const application = `A${String(cast.promoters.length + index + 1).padStart(3, '0')}`;
    const at = wholeSecond(endAt - daysAgo * dayMs);
    events.push({ at, do: 'apply', application, promoter: null, name, phone, inviter, reason });
    if (!rejected) return;
    const decidedAt = officeInstant(dice, at + dice.between(2, 30) * hourMs);
    events.push({ at: decidedAt, do: 'decide-application', application, decision: 'reject', reason: rejected });
  });
  return events;
}

/** What the merchant decides about single promoters of the large shop on the way. */
export function standingEvents(endAt: number): StoryEvent[] {
  const on = (daysAgo: number, hour: number) => midnight(endAt, -daysAgo) + hour * hourMs;
  return [
    { at: on(58, 15.2), do: 'assign-group', promoter: 'SJ1251', group: 'store' },
    {
      at: on(41, 11.4),
      do: 'set-status',
      promoter: 'LY2140',
      status: 'banned',
      reason: '在评论区冒充客服，顾客投诉两次。',
    },
    { at: on(34, 10.1), do: 'assign-group', promoter: 'TG1217', group: 'creator' },
    {
      at: on(27, 16.7),
      do: 'set-status',
      promoter: 'ZH1170',
      status: 'suspended',
      reason: '海报里写了“稳赚”，先下架改好。',
    },
    { at: on(24, 9.8), do: 'set-status', promoter: 'ZH1170', status: 'active', reason: '海报已改，恢复推广。' },
    {
      at: on(16, 14.3),
      do: 'set-status',
      promoter: 'MF1180',
      status: 'suspended',
      reason: '同一设备三个账号下单，等核实。',
    },
    { at: on(13, 10.6), do: 'assign-group', promoter: 'CJ1427', group: 'gold' },
  ];
}
