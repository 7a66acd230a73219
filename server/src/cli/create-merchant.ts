import { createMerchantWhole } from '../flows/create-merchant';
import { hashPassword, newPassword } from '../modules/identity';
import { accepted, type Command, CommandStop, required } from './command';

export const createMerchant: Command = {
  name: 'create-merchant',
  usage: 'SLUG --name … --currency GBP --timezone Europe/London --region GB --rate 10 --owner EMAIL',
  summary:
    'Opens a merchant; prints the owner’s password and the webhook’s secret, once. --rate is the default programme’s percent.',
  options: {
    name: { type: 'string' },
    currency: { type: 'string' },
    timezone: { type: 'string' },
    region: { type: 'string' },
    rate: { type: 'string' },
    owner: { type: 'string' },
  },
  run: async ({ values, positionals, open, write, isJson }) => {
    const [slug, ...more] = positionals;
    if (!slug || more.length > 0) throw new CommandStop('one SLUG is needed');
    const owner = required(values, 'owner');
    const password = newPassword();
    const opening = {
      slug,
      name: required(values, 'name'),
      currency: required(values, 'currency'),
      timezone: required(values, 'timezone'),
      region: required(values, 'region'),
      rate: required(values, 'rate'),
      ownerEmail: owner,
      ownerName: owner.split('@')[0] as string,
      ownerPasswordHash: await hashPassword(password),
    };
    const { db, box, clock } = await open();
    const { webhookSecret, isNewOwner } = accepted(
      await db.write((tx) => createMerchantWhole(tx, opening, box, clock.now())),
    );
    // An owner who is known already keeps the password that he has.
    const made = { slug, owner, password: isNewOwner ? password : null, webhookSecret };
    if (isJson) await write(`${JSON.stringify(made)}\n`);
    else
      await write(
        `merchant        ${slug}\nowner           ${owner}\npassword        ${made.password ?? 'as before'}\nwebhook secret  ${webhookSecret}\n`,
      );
    return 0;
  },
};
