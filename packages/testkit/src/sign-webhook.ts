import { createHmac } from 'node:crypto';

/** The headers of a delivery by Standard Webhooks. */
export interface WebhookHeaders {
  readonly 'webhook-id': string;
  readonly 'webhook-timestamp': string;
  readonly 'webhook-signature': string;
}

/** The webhook secrets of the demo's merchants, as their owners see them. */
export const DEMO_WEBHOOK_SECRET = webhookSecret('demo-webhook-secret-demo-webhook');
export const OTHER_WEBHOOK_SECRET = webhookSecret('other-webhook-secret-other-webho');

/** A secret in the form in which it is shown: `whsec_` and base64 of its bytes. */
export function webhookSecret(bytes: string | Uint8Array): string {
  return `whsec_${Buffer.from(bytes as string).toString('base64')}`;
}

/**
 * Signs a body as a shop does: HMAC-SHA256 of `id.timestamp.body`, base64, version `v1`. `atMs` is the sender's time in
 * epoch milliseconds; several secrets make several signatures. Source: the Standard Webhooks specification.
 */
export function signWebhook(
  body: string,
  secrets: string | readonly string[],
  id: string,
  atMs: number,
): WebhookHeaders {
  const timestamp = String(Math.floor(atMs / 1000));
  const signatures = [secrets].flat().map((secret) => {
    const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
    return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
  });
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
