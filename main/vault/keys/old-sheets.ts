/** Recovery sheets of before, each sealed to the one that took its place where whoever changed it chose so: backups made under them stay open to today's. */
import { z } from 'zod';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, toBase64 } from '../crypto/bytes.ts';
import { openFrom, sealTo } from '../crypto/hpke.ts';
import { deriveSheetKeys, disposeSheetKeys, SHEET_SECRET_BYTES } from './recovery-sheet.ts';

export const MOST_OLD_SHEETS = 100;
/** A format byte, the encapsulated key, the secret and its tag. */
const SEALED_BYTES = 1 + 32 + SHEET_SECRET_BYTES + 16;

export const oldSheetSchema = z.strictObject({
  /** Of the sheet that is sealed; the next one opens it. */
  generation: z.number().int().positive(),
  sealed: z
    .string()
    .max(Math.ceil(SEALED_BYTES / 3) * 4)
    .refine((text) => fromBase64(text)?.length === SEALED_BYTES),
});
export type OldSheet = z.infer<typeof oldSheetSchema>;

const NO_AAD = new Uint8Array();
const infoOf = (vaultId: string, generation: number): Uint8Array => bind('old-sheet', vaultId, generation);

/** `receiveKey` is the next sheet's, as it was just made. */
export const sealOldSheet = (
  vaultId: string,
  generation: number,
  secret: Uint8Array,
  receiveKey: Uint8Array,
): OldSheet => ({
  generation,
  sealed: toBase64(sealTo(receiveKey, infoOf(vaultId, generation), NO_AAD, secret)),
});

/**
 * The secret of a sheet and those of every sheet before it that it leads to, the newest first; zero the older ones after use. `header` is
 * today's, or that of the newest backup.
 */
export function sheetsKnownTo(
  header: { readonly vaultId: string; readonly oldSheets?: readonly OldSheet[] | undefined },
  secret: Uint8Array,
): readonly Uint8Array[] {
  const known = [secret];
  const sealed = header.oldSheets ?? [];
  // Each is sealed to the one after it alone, so that there is nothing to go round in.
  while (known.length <= sealed.length) {
    const older = openOne(header.vaultId, sealed, known.at(-1) ?? secret);
    if (older === null) break;
    known.push(older);
  }
  return known;
}

function openOne(vaultId: string, sealed: readonly OldSheet[], secret: Uint8Array): Uint8Array | null {
  const keys = deriveSheetKeys(secret);
  try {
    for (const one of sealed) {
      const older = openFrom(
        keys.receive,
        infoOf(vaultId, one.generation),
        NO_AAD,
        bytesOfBase64(one.sealed),
      );
      if (older !== null) return older;
    }
    return null;
  } finally {
    disposeSheetKeys(keys);
  }
}
