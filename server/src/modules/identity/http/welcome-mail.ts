import type { Lang } from '@fenrun/contracts';
import type { Mail } from '../../messaging';

/** Tells a person that he was given a role. It carries no password: that is handed over by whoever added him. */
export function welcomeMail(to: string, merchant: string, address: string, lang: Lang): Mail {
  if (lang === 'en') {
    return {
      to,
      subject: `You can now work at ${merchant}`,
      text: `You were given access to ${merchant}.\n\nSign in at ${address} with this address. Ask whoever invited you for the first password.\n`,
    };
  }
  return {
    to,
    subject: `你已加入「${merchant}」的商户后台`,
    text: `你已加入「${merchant}」的商户后台。\n\n请用这个邮箱登录 ${address}，初始密码请向邀请你的人索取。\n`,
  };
}
