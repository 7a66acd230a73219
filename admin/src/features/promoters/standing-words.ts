import type { ReactNode } from 'react';
import { defineWords, rich } from '../../kit/i18n/words';

/** Words of what a person does to a promoter's standing: programme, group, inviter, and the ban. */
export const standingWords = defineWords(
  {
    place: '换分组或计划…',
    placeTitle: (name: string) => `${name}的计划和分组`,
    placeDetail: '手动换过就固定下来，自动升级、自动分组和重置都不再动。只影响之后付款的订单。',
    programme: '推广计划',
    group: '分组',
    defaultGroup: '默认分组',
    pinnedProgramme: '手动固定，自动升级和重置都不动。',
    pinnedGroup: '手动固定，自动分组不动。',
    freeProgramme: '跟着自动升级走。',
    freeGroup: '跟着自动分组走。',
    release: '解除固定',
    releaseProgrammeTitle: (name: string) => `解除${name}的计划固定`,
    releaseProgrammeDetail: '解除后马上按现在的业绩重新评定，可能升也可能降。',
    releaseGroupTitle: (name: string) => `解除${name}的分组固定`,
    releaseGroupDetail: '解除后马上按现在的业绩重新分组，可能升也可能降。',
    releasedProgramme: (name: string, programme: string) => `已解除，${name}现在在${programme}`,
    releasedGroup: (name: string, group: string) => `已解除，${name}现在在${group}`,
    reason: '原因，留在经过里',
    save: '换过去',
    nothingChanged: '还没有选别的计划或分组。',
    assigned: (name: string, programme: string, group: string) => `${name}现在在${programme}、${group}，手动固定`,
    inviter: '换邀请人…',
    inviterTitle: (name: string) => `给${name}换邀请人`,
    inviterDetail: (name: string, partners: number) =>
      partners > 0
        ? `${name}和邀请的 ${partners} 位伙伴会一起挪过去。以前订单的邀请佣金不变，之后付款的订单按新的邀请人算。`
        : '以前订单的邀请佣金不变，之后付款的订单按新的邀请人算。',
    inviterNow: (inviter: ReactNode): ReactNode => rich`现在的邀请人：${inviter}`,
    newInviter: '新的邀请人，空着表示没有',
    inviterFind: '姓名、推广码、手机号',
    move: '换过去',
    moved: (name: string, inviter: string | null) =>
      inviter ? `${name}的邀请人现在是${inviter}` : `${name}现在没有邀请人`,
    noInviter: '没有',
    whyRequired: '写上原因，以后查得到',
    ban: '封禁…',
    banTitle: (name: string) => `封禁${name}`,
    banDetail:
      '封禁没有期限，也不能在这里恢复：之后的订单不再算给他，也不能提现。已有的佣金照常成熟和审核。只是先停一停的话，用“暂停”。',
    banConfirm: '封禁',
    banned: (name: string) => `${name}已封禁`,
  },
  {
    place: 'Change programme or group…',
    placeTitle: (name) => `Programme and group of ${name}`,
    placeDetail:
      'What you choose is pinned: no climbing, grouping or reset touches it. It decides sales paid from now on.',
    programme: 'Programme',
    group: 'Group',
    defaultGroup: 'Default group',
    pinnedProgramme: 'Pinned: climbing and resets leave it alone.',
    pinnedGroup: 'Pinned: automatic grouping leaves it alone.',
    freeProgramme: 'Follows the ladder.',
    freeGroup: 'Follows automatic grouping.',
    release: 'Release',
    releaseProgrammeTitle: (name) => `Release the programme of ${name}`,
    releaseProgrammeDetail: 'The promoter is evaluated at once by present figures, and may go up or down.',
    releaseGroupTitle: (name) => `Release the group of ${name}`,
    releaseGroupDetail: 'The promoter is grouped at once by present figures, and may go up or down.',
    releasedProgramme: (name, programme) => `Released; ${name} is on ${programme} now`,
    releasedGroup: (name, group) => `Released; ${name} is in ${group} now`,
    reason: 'Reason, kept in the story',
    save: 'Change',
    nothingChanged: 'No other programme or group is chosen yet.',
    assigned: (name, programme, group) => `${name} is on ${programme} and in ${group} now, pinned`,
    inviter: 'Change inviter…',
    inviterTitle: (name) => `Another inviter for ${name}`,
    inviterDetail: (name, partners) =>
      partners > 0
        ? `${name} and the ${partners} partners they invited move together. Network commission of past sales stays; sales paid from now on go by the new inviter.`
        : 'Network commission of past sales stays; sales paid from now on go by the new inviter.',
    inviterNow: (inviter) => rich`Inviter now: ${inviter}`,
    newInviter: 'New inviter; empty for none',
    inviterFind: 'Name, code, phone',
    move: 'Change',
    moved: (name, inviter) => (inviter ? `${inviter} is the inviter of ${name} now` : `${name} has no inviter now`),
    noInviter: 'none',
    whyRequired: 'Say why, so that it can be found later',
    ban: 'Ban…',
    banTitle: (name) => `Ban ${name}`,
    banDetail:
      'A ban has no end and cannot be lifted here: later sales are not given to them, and nothing can be withdrawn. What was earned goes on to mature and be reviewed. To pause only, suspend.',
    banConfirm: 'Ban',
    banned: (name) => `${name} is banned`,
  },
);
