import { createPublicKey, sign } from 'node:crypto';
import { bitString, instant, nothing, objectId, sequence, setOf, unsigned, utf8Text } from './der';

const SHA256_WITH_RSA = '1.2.840.113549.1.1.11';
const COMMON_NAME = '2.5.4.3';
const ORGANISATION = '2.5.4.10';

export interface CertificateOrder {
  /** 40 hex digits, as WeChat's serials are. */
  readonly serial: string;
  readonly commonName: string;
  readonly organisation: string;
  readonly privateKeyPem: string;
  readonly from: number;
  readonly until: number;
}

/** A self-signed X.509 v1 certificate in PEM. WeChat's are v3 with extensions; clients only read key and serial. */
export function makeCertificate(order: CertificateOrder): string {
  const algorithm = sequence(objectId(SHA256_WITH_RSA), nothing());
  const name = nameOf(order);
  const toBeSigned = sequence(
    unsigned(Buffer.from(order.serial, 'hex')),
    algorithm,
    name,
    sequence(instant(order.from), instant(order.until)),
    name,
    createPublicKey(order.privateKeyPem).export({ type: 'spki', format: 'der' }),
  );
  const signature = sign('sha256', toBeSigned, order.privateKeyPem);
  return pem('CERTIFICATE', sequence(toBeSigned, algorithm, bitString(signature)));
}

function nameOf(order: CertificateOrder): Buffer {
  const part = (id: string, text: string) => setOf(sequence(objectId(id), utf8Text(text)));
  return sequence(part(ORGANISATION, order.organisation), part(COMMON_NAME, order.commonName));
}

function pem(label: string, bytes: Buffer): string {
  const lines = bytes.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`;
}
