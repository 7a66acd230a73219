/** The kinds of picture that are kept, by their first bytes; a name or a declared type proves nothing. */
export type PictureType = 'png' | 'jpg' | 'webp' | 'svg';

export const PICTURE_MIME: Readonly<Record<PictureType, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

export interface PictureFacts {
  readonly type: PictureType;
  readonly width: number;
  readonly height: number;
}

/** Uploads at most, in bytes, and pixels on a side. */
export const PICTURE_BYTES_AT_MOST = 5 * 1024 * 1024;
const SIDE_AT_MOST = 10_000;

/** What a picture is, or null if it is none that is kept. */
export function pictureFacts(bytes: Buffer): PictureFacts | null {
  const facts = pngFacts(bytes) ?? jpegFacts(bytes) ?? webpFacts(bytes) ?? svgFacts(bytes);
  if (!facts || facts.width < 1 || facts.height < 1 || facts.width > SIDE_AT_MOST || facts.height > SIDE_AT_MOST)
    return null;
  return facts;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function pngFacts(bytes: Buffer): PictureFacts | null {
  if (bytes.length < 33 || !bytes.subarray(0, 8).equals(PNG) || bytes.toString('latin1', 12, 16) !== 'IHDR')
    return null;
  return { type: 'png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
}

/** Walks the segments to the frame header, which alone has the size. */
function jpegFacts(bytes: Buffer): PictureFacts | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] as number;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
    if (isFrame) return { type: 'jpg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += 2 + bytes.readUInt16BE(at + 2);
  }
  return null;
}

function webpFacts(bytes: Buffer): PictureFacts | null {
  if (bytes.length < 30 || bytes.toString('latin1', 0, 4) !== 'RIFF' || bytes.toString('latin1', 8, 12) !== 'WEBP')
    return null;
  const kind = bytes.toString('latin1', 12, 16);
  if (kind === 'VP8X') return { type: 'webp', width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
  if (kind === 'VP8 ')
    return { type: 'webp', width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
  if (kind !== 'VP8L') return null;
  const packed = bytes.readUInt32LE(21);
  return { type: 'webp', width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 };
}

const SVG_BYTES_AT_MOST = 256 * 1024;

/** What makes a drawing more than a drawing: scripts, handlers, anything from elsewhere. */
const ACTIVE =
  /<\s*(script|foreignObject|iframe|object|embed|use|a|animate|set|handler|style)\b|\son\w+\s*=|javascript:|<!ENTITY|<!DOCTYPE|<\?xml-stylesheet|(href|src)\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i;

/** A drawing without anything active in it; served under a policy that would not run it either. */
function svgFacts(bytes: Buffer): PictureFacts | null {
  if (bytes.length > SVG_BYTES_AT_MOST) return null;
  const text = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .trimStart();
  const head = /^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<svg\b([^>]*)>/.exec(text);
  if (!head || !text.trimEnd().endsWith('</svg>') || ACTIVE.test(text)) return null;
  const box = /viewBox\s*=\s*["']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+([\d.]+)[\s,]+([\d.]+)/.exec(head[1] ?? '');
  const side = (name: string) =>
    Number(new RegExp(`\\s${name}\\s*=\\s*["']([\\d.]+)(?:px)?["']`).exec(head[1] ?? '')?.[1] ?? Number.NaN);
  const width = box ? Number(box[1]) : side('width');
  const height = box ? Number(box[2]) : side('height');
  return Number.isFinite(width) && Number.isFinite(height)
    ? { type: 'svg', width: Math.round(width), height: Math.round(height) }
    : null;
}
