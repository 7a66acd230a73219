import { createHash } from 'node:crypto';
import { mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { type Refusal, refuse } from '@fenrun/kernel';
import {
  PICTURE_BYTES_AT_MOST,
  PICTURE_MIME,
  type PictureFacts,
  type PictureType,
  pictureFacts,
} from '../domain/picture';

/** A picture that was kept; its id names its content, so an address never changes what it shows. */
export interface KeptPicture extends PictureFacts {
  readonly id: string;
}

export interface PictureFile {
  readonly bytes: Buffer;
  readonly mime: string;
}

/** Pictures as files, named by what is in them. Several servers share the folder. */
export interface PictureStore {
  /** Keeps an upload, or says why it is not kept. */
  keep(bytes: Buffer): Promise<KeptPicture | Refusal<'picture-too-large' | 'picture-unreadable'>>;
  /** Keeps bytes that we made, under a name of ours (`codes/…`). */
  keepAs(name: string, bytes: Buffer): Promise<void>;
  read(id: string): Promise<PictureFile | undefined>;
  readAs(name: string): Promise<Buffer | undefined>;
  has(id: string): Promise<boolean>;
}

const ID = /^[0-9a-z]{32}\.(png|jpg|webp|svg)$/;

/** Opens the store below `DATA_DIR/files`. */
export function openPictureStore(dataDir: string): PictureStore {
  const root = join(dataDir, 'files');
  const fileOf = (id: string) => join(root, 'pictures', id.slice(0, 2), id);
  return {
    async keep(bytes) {
      if (bytes.length > PICTURE_BYTES_AT_MOST)
        return refuse('picture-too-large', { bytesAtMost: PICTURE_BYTES_AT_MOST });
      const facts = pictureFacts(bytes);
      if (!facts) return refuse('picture-unreadable');
      const id = `${createHash('sha256').update(bytes).digest('hex').slice(0, 32)}.${facts.type}`;
      await writeOnce(fileOf(id), bytes);
      return { id, ...facts };
    },
    keepAs: (name, bytes) => writeOnce(join(root, safe(name)), bytes),
    async read(id) {
      if (!ID.test(id)) return undefined;
      const bytes = await readIfThere(fileOf(id));
      return bytes ? { bytes, mime: PICTURE_MIME[id.split('.')[1] as PictureType] } : undefined;
    },
    readAs: (name) => readIfThere(join(root, safe(name))),
    has: async (id) => ID.test(id) && (await stat(fileOf(id)).catch(() => undefined)) !== undefined,
  };
}

function safe(name: string): string {
  if (!/^[a-z]+(\/[0-9A-Za-z_-]+)+(\.[a-z]+)?$/.test(name)) throw new RangeError(`not a name for a file: ${name}`);
  return name;
}

/** Writes beside and renames, so that a reader never meets half a file, also after a crash. */
async function writeOnce(file: string, bytes: Buffer): Promise<void> {
  if (await stat(file).catch(() => undefined)) return;
  await mkdir(join(file, '..'), { recursive: true });
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const handle = await open(draft, 'w');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (error) {
    await unlink(draft).catch(() => undefined);
    throw error;
  }
}

async function readIfThere(file: string): Promise<Buffer | undefined> {
  return readFile(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
}
