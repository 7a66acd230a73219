import { type In, type Out, routes } from '@fenrun/contracts';
import { formatInstant, isRefusal, type Refusal, refuse } from '@fenrun/kernel';
import { Controller, Inject } from '@midwayjs/core';
import { find, findOne } from '../../../foundation/db';
import { type Call, Serves } from '../../../foundation/http';
import { addApiKey, revokeApiKey } from '../commands/api-keys';
import { addWebhookSecret, revokeWebhookSecret } from '../commands/webhook-secrets';
import { newToken, newWebhookSecret } from '../domain/tokens';
import { type ApiKeyRow, apiKeyTable } from '../store/api-key.row';
import { type WebhookSecretRow, webhookSecretTable } from '../store/webhook-secret.row';
import { IDENTITY, type IdentitySurroundings } from './surroundings';

const route = routes.identity;

/** Keys of programs, and the secrets that sign incoming sales. Each is shown once. */
@Controller('/')
export class KeysController {
  @Inject(IDENTITY)
  private readonly own: IdentitySurroundings;

  @Serves(route.apiKeys)
  async apiKeys(_: In<typeof route.apiKeys>, call: Call): Promise<Out<typeof route.apiKeys>> {
    const rows = await find(call.db.read, apiKeyTable, 'merchant_id = ?', [call.merchantId], 'ORDER BY id DESC');
    return { data: rows.map(keyView) };
  }

  @Serves(route.addApiKey)
  async addApiKey({ body }: In<typeof route.addApiKey>, call: Call): Promise<Out<typeof route.addApiKey> | Refusal> {
    const key = newToken('fk_');
    const given = { merchantId: call.merchantId, ...body, createdBy: call.actor.name, key };
    const added = await call.write(async (tx) => (await addApiKey(tx, given, call.now)).id);
    const row = await findOne(call.db.read, apiKeyTable, 'merchant_id = ? AND id = ?', [call.merchantId, added]);
    return row ? { ...keyView(row), key } : refuse('not-found');
  }

  @Serves(route.revokeApiKey)
  async revokeApiKey({ params }: In<typeof route.revokeApiKey>, call: Call): Promise<undefined | Refusal> {
    const gone = await call.write((tx) => revokeApiKey(tx, call.merchantId, params.id));
    return isRefusal(gone) ? gone : undefined;
  }

  @Serves(route.webhookSecrets)
  async webhookSecrets(_: In<typeof route.webhookSecrets>, call: Call): Promise<Out<typeof route.webhookSecrets>> {
    const rows = await find(call.db.read, webhookSecretTable, 'merchant_id = ?', [call.merchantId], 'ORDER BY id DESC');
    return { data: rows.map(secretView) };
  }

  @Serves(route.rotateWebhookSecret)
  async rotateWebhookSecret(
    _: In<typeof route.rotateWebhookSecret>,
    call: Call,
  ): Promise<Out<typeof route.rotateWebhookSecret> | Refusal> {
    const secret = newWebhookSecret();
    const added = await call.write(async (tx) => {
      const made = await addWebhookSecret(tx, call.merchantId, secret, this.own.box, call.now);
      return isRefusal(made) ? made : made.id;
    });
    if (isRefusal(added)) return added;
    const row = await findOne(call.db.read, webhookSecretTable, 'merchant_id = ? AND id = ?', [call.merchantId, added]);
    return row ? { ...secretView(row), secret } : refuse('not-found');
  }

  @Serves(route.revokeWebhookSecret)
  async revokeWebhookSecret(
    { params }: In<typeof route.revokeWebhookSecret>,
    call: Call,
  ): Promise<undefined | Refusal> {
    const gone = await call.write((tx) => revokeWebhookSecret(tx, call.merchantId, params.id));
    return isRefusal(gone) ? gone : undefined;
  }
}

const shown = (instant: number | null): string | null => (instant === null ? null : formatInstant(instant));

function keyView({ id, name, role, hint, createdAt, createdBy, usedAt }: ApiKeyRow) {
  return { id, name, role, hint, createdAt: formatInstant(createdAt), createdBy, lastUsedAt: shown(usedAt) };
}

function secretView({ id, hint, createdAt, usedAt }: WebhookSecretRow) {
  return { id, hint, createdAt: formatInstant(createdAt), lastUsedAt: shown(usedAt) };
}
