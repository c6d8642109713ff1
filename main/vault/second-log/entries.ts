/**
 * Whole entries for the second place, sealed to the recovery sheet alone: who finds the drive reads nothing, and who
 * has the sheet reads what the log of a restored store no longer has.
 */
import { z } from 'zod';
import { type PersonId, personIdSchema, staffIdSchema } from '../../../contract/ids.ts';
import { bind } from '../crypto/bind.ts';
import { bytesOfBase64, fromBase64, fromUtf8, toBase64, utf8 } from '../crypto/bytes.ts';
import { type ReceivePair, openFrom, sealTo } from '../crypto/hpke.ts';
import { countedSchema, timeSchema } from '../keys/numbers.ts';
import type { Roster } from '../keys/roster.ts';
import type { LogRow } from '../log/audit-log.ts';
import type { SecondLine } from './line.ts';

const NO_AAD = new Uint8Array();
const infoOf = (vaultId: string, first: number, seq: number): Uint8Array =>
  bind('second-log-entries', vaultId, first, seq);

/** Parts of an entry that are needed to describe it and to compare it with the log. */
const entrySchema = z.looseObject({
  seq: countedSchema,
  time: timeSchema,
  staffId: staffIdSchema,
  action: z.string().max(40),
  personId: personIdSchema.nullish(),
  hash: z.strictObject({ base64: z.string().refine((text) => fromBase64(text)?.length === 32) }),
});
const entriesSchema = z.array(entrySchema).min(1);

/** An entry as it was opened; `hash` has 32 bytes. */
export interface OpenedEntry {
  readonly seq: number;
  readonly time: number;
  readonly staffId: z.infer<typeof staffIdSchema>;
  readonly action: string;
  readonly personId: PersonId | null;
  readonly hash: Uint8Array;
}

/** Rows as JSON in UTF-8: every column, bytes as `{base64}`. */
export const encodeRows = (rows: readonly LogRow[]): Uint8Array =>
  utf8(
    JSON.stringify(
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            value instanceof Uint8Array ? { base64: toBase64(value) } : value,
          ]),
        ),
      ),
    ),
  );

/** Encoded entries `first` to `seq`, sealed to the sheet of the verified roster. */
export const sealEntries = (
  {
    vaultId,
    recoveryKey,
    recoveryGeneration,
  }: Pick<Roster, 'vaultId' | 'recoveryKey' | 'recoveryGeneration'>,
  encoded: Uint8Array,
  { first, seq }: { readonly first: number; readonly seq: number },
): NonNullable<SecondLine['entries']> => ({
  first,
  sheet: recoveryGeneration,
  sealed: toBase64(sealTo(recoveryKey, infoOf(vaultId, first, seq), NO_AAD, encoded)),
});

/** The entries of a line, opened by the first of the sheets that opens them; null where none does or it holds none. */
export function openEntries(
  { vault, seq, entries }: Pick<SecondLine, 'vault' | 'seq' | 'entries'>,
  sheets: readonly ReceivePair[],
): readonly OpenedEntry[] | null {
  if (entries === null) return null;
  const sealed = bytesOfBase64(entries.sealed);
  for (const sheet of sheets) {
    const opened = openFrom(sheet, infoOf(vault, entries.first, seq), NO_AAD, sealed);
    if (opened !== null) return parseEntries(opened);
  }
  return null;
}

function parseEntries(encoded: Uint8Array): readonly OpenedEntry[] | null {
  try {
    const entries = entriesSchema.parse(JSON.parse(fromUtf8(encoded) ?? ''));
    return entries.map(({ seq, time, staffId, action, personId, hash }) => ({
      seq,
      time,
      staffId,
      action,
      personId: personId ?? null,
      hash: bytesOfBase64(hash.base64),
    }));
  } catch {
    return null;
  }
}
