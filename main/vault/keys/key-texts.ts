/** Keys, signatures and hashes as signed and sealed texts have them. */
import { z } from 'zod';
import { fromBase64 } from '../crypto/bytes.ts';

/** A public key: 32 bytes in base64. */
export const keySchema = z
  .string()
  .length(44)
  .refine((text) => fromBase64(text)?.length === 32);
/** An Ed25519 signature: 64 bytes in base64. */
export const signatureSchema = z
  .string()
  .length(88)
  .refine((text) => fromBase64(text)?.length === 64);
/** SHA-256 in lower-case hexadecimal. */
export const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);
