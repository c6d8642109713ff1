/** What PostgreSQL keeps of a password under SCRAM-SHA-256 (RFC 5803, as `pg_authid.rolpassword`), so that no password is told to it. */
import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';

/** PostgreSQL's own. Passwords of the mailbox are 256 random bits, which no number of rounds makes harder to guess. */
const ITERATIONS = 4096;
const SALT_BYTES = 16;

/** The verifier of an ASCII password: other letters would have to be prepared first (RFC 4013). */
export function scramVerifier(password: string, salt = randomBytes(SALT_BYTES)): string {
  if (!/^[!-~]{20,}$/.test(password)) throw new RangeError('a password of 20 and more ASCII characters');
  const salted = pbkdf2Sync(password, salt, ITERATIONS, 32, 'sha256');
  const keyed = (name: string): Buffer => createHmac('sha256', salted).update(name).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  return `SCRAM-SHA-256$${ITERATIONS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
}
