/**
 * Earlier recovery sheets, each sealed to its successor where that was chosen at the change, so that the
 * present sheet opens backups made under them.
 */
import { z } from 'zod';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, toBase64 } from '../crypto/bytes.ts';
import { openFrom, sealTo } from '../crypto/hpke.ts';
import { zero } from '../crypto/zero.ts';
import { generationSchema } from './numbers.ts';
import { deriveSheetKeys, disposeSheetKeys, SHEET_SECRET_BYTES } from './recovery-sheet.ts';

/** Most earlier sheets that a header keeps. */
export const MAX_OLD_SHEETS = 100;
/** A format byte, the encapsulated key, the secret and its tag. */
const SEALED_BYTES = 1 + 32 + SHEET_SECRET_BYTES + 16;

/** An earlier sheet in the header. */
export const oldSheetSchema = z.strictObject({
  /** Generation of the sealed sheet; its successor opens it. */
  generation: generationSchema,
  sealed: z
    .string()
    .max(Math.ceil(SEALED_BYTES / 3) * 4)
    .refine((text) => fromBase64(text)?.length === SEALED_BYTES),
});
export type OldSheet = z.infer<typeof oldSheetSchema>;

const NO_AAD = new Uint8Array();
const infoOf = (vaultId: string, generation: number): Uint8Array => bind('old-sheet', vaultId, generation);

/**
 * Seals a sheet's secret (32 bytes) to its successor. `receiveKey` is the successor's, as it was just made.
 */
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
 * The secret of a sheet and those of all earlier sheets that it opens, newest first; zero the earlier ones
 * after use. `header` is the present one, or that of the newest backup.
 */
export function sheetsKnownTo(
  header: { readonly vaultId: string; readonly oldSheets?: readonly OldSheet[] | undefined },
  secret: Uint8Array,
): readonly Uint8Array[] {
  const known = [secret];
  const sealed = header.oldSheets ?? [];
  // Each is sealed to its successor only, so there is no cycle.
  while (known.length <= sealed.length) {
    const older = openOne(header.vaultId, sealed, known.at(-1) ?? secret);
    if (older === null) break;
    known.push(older);
  }
  return known;
}

/** The sealed sheets of a header that a sheet leads to, in their order: what somebody has put there besides is left behind. */
export function sheetsThatOpen(
  header: { readonly vaultId: string; readonly oldSheets?: readonly OldSheet[] | undefined },
  secret: Uint8Array,
): readonly OldSheet[] {
  const known = sheetsKnownTo(header, secret);
  const sealed = header.oldSheets ?? [];
  try {
    return sealed.filter((one) =>
      known.some((sheet) => {
        const older = openOne(header.vaultId, [one], sheet);
        zero(older);
        return older !== null;
      }),
    );
  } finally {
    zero(...known.slice(1));
  }
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
