/** What somebody with a recovery sheet and the vault's folder opens, without the keychain and without anybody's PIN. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ErrorCode } from '../../contract/errors.ts';
import { AppError } from '../../main/vault/app-error.ts';
import { HEADER_FILE, parseHeader } from '../../main/vault/keys/header.ts';
import { openRecoverySlot } from '../../main/vault/keys/slots.ts';
import { openLogSegment } from '../../main/vault/keys/log-segment.ts';
import { parseSheet } from '../../main/vault/keys/recovery-sheet.ts';
import { chooseEngine } from '../../main/vault/store/engine/choose-engine.ts';
import { openStore } from '../../main/vault/store/open-store.ts';
import { sql } from '../../main/vault/store/sql.ts';
import type { EngineName } from '../../main/vault/store/store.ts';
import { openAllWith, openGrants, readGrants } from './sealed-values.ts';

/** How many sealed values, and whether the first key of the log's newest segment; the code where it opens no slot. The vault must be closed. */
export async function openBySheet(
  vaultDir: string,
  engine: EngineName,
  text: string,
): Promise<{ readonly values: number; readonly segment: boolean } | ErrorCode> {
  const header = parseHeader(new Uint8Array(await readFile(join(vaultDir, HEADER_FILE))));
  let slot;
  try {
    slot = openRecoverySlot(header, parseSheet(text));
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
  const store = await openStore({
    path: join(vaultDir, header.storeFile),
    key: slot.storeKey,
    create: false,
    engine: chooseEngine(engine),
  });
  try {
    const values = await openAllWith(
      header.vaultId,
      store,
      openGrants({ header, slot }, await readGrants(store)),
    );
    const last = (await store.get<{ readonly id: number; readonly sealed: Uint8Array }>(
      sql`SELECT id, sealed_first_key AS sealed FROM log_segment ORDER BY id DESC LIMIT 1`,
    ))!;
    return {
      values: values.size,
      segment: openLogSegment(header.vaultId, last.id, slot.receive, last.sealed) !== null,
    };
  } finally {
    await store.close();
    slot.dispose();
  }
}
