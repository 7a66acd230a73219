import { createHash, createHmac, type Hmac, timingSafeEqual } from 'node:crypto';

/** How far the sender's clock may be off, in seconds. Source: doors.md. */
const TOLERANCE_SECONDS = 300;

/** Signatures looked at, at most: rotation needs two. */
const SIGNATURES_AT_MOST = 8;

export interface WebhookHeaders {
  readonly id: string | undefined;
  readonly timestamp: string | undefined;
  readonly signature: string | undefined;
}

/** The bytes of a secret as it is shown (`whsec_` and base64). */
export function secretBytes(shown: string): Buffer {
  return Buffer.from(shown.replace(/^whsec_/, ''), 'base64');
}

/**
 * Checks the signature of a body while it streams by, so that a body of any length is checked without being kept.
 * Source: Standard Webhooks; HMAC-SHA256 of `id.timestamp.body`, with every secret that is valid now.
 */
export class SignatureCheck {
  private readonly hmacs: Hmac[];
  private readonly body = createHash('sha256');

  constructor(
    private readonly headers: WebhookHeaders,
    secrets: readonly Buffer[],
  ) {
    this.hmacs = secrets.map((secret) =>
      createHmac('sha256', secret).update(`${headers.id ?? ''}.${headers.timestamp ?? ''}.`),
    );
  }

  update(chunk: Buffer): void {
    for (const hmac of this.hmacs) hmac.update(chunk);
    this.body.update(chunk);
  }

  /** The verdict, after the last byte. `nowMs` is business time. */
  end(nowMs: number): 'ok' | 'bad-signature' | 'stale-timestamp' {
    const { id, timestamp, signature } = this.headers;
    const given = (signature ?? '').split(' ').slice(0, SIGNATURES_AT_MOST).map(decodeSignature);
    let fits = false;
    for (const hmac of this.hmacs) {
      const wanted = hmac.digest();
      for (const one of given) if (one.length === wanted.length && timingSafeEqual(one, wanted)) fits = true;
    }
    if (!fits || !id || id.length > 256 || !/^\d{1,12}$/.test(timestamp ?? '')) return 'bad-signature';
    return Math.abs(nowMs / 1000 - Number(timestamp)) <= TOLERANCE_SECONDS ? 'ok' : 'stale-timestamp';
  }

  /** The digest of the body, after the last byte. */
  bodyDigest(): string {
    return this.body.digest('base64url');
  }
}

function decodeSignature(text: string): Buffer {
  return text.startsWith('v1,') ? Buffer.from(text.slice(3), 'base64') : Buffer.alloc(0);
}
