import { Algorithm, hash, verify } from '@node-rs/argon2';

/** OWASP's second choice of 2024: 19 MiB, two passes, one lane. */
const COST = { algorithm: 2 satisfies Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id in the PHC form. Runs on a thread of its own. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), COST);
}

let nobody: Promise<string> | undefined;

/** Whether the password fits. Without a hash it does the same work and says no, so that nobody can tell addresses apart by time. */
export async function passwordFits(passwordHash: string | undefined, password: string): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password');
  const fits = await verify(passwordHash ?? (await nobody), password.normalize('NFKC'));
  return fits && passwordHash !== undefined;
}
